package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Answers;
import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Session;
import dev.dbpreflight.introspect.Introspector;
import dev.dbpreflight.introspect.LiveLook;
import dev.dbpreflight.introspect.postgres.UnsupportedObjects.Named;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads PostgreSQL's catalog: one query per area, few round trips. */
public final class PostgresIntrospector implements Introspector {
  private final Optional<String> migratingRole;

  /** Nobody said which role migrates. */
  public PostgresIntrospector() {
    this(Optional.empty());
  }

  /**
   * @param migratingRole whose rights and settings matter, where somebody said so
   */
  public PostgresIntrospector(Optional<String> migratingRole) {
    this.migratingRole = migratingRole;
  }

  @Override
  public SchemaModel schema(Session session) {
    RelationObjects relations = new RelationObjects(session.version());
    StandaloneObjects standalone = new StandaloneObjects(session.version());
    Query<Named> unsupported = UnsupportedObjects.query();
    List<Query<?>> queries = new ArrayList<>(relations.queries());
    queries.addAll(standalone.queries());
    queries.add(unsupported);

    Answers answers = session.ask(queries);
    List<SchemaObject> objects = new ArrayList<>(relations.objects(answers));
    objects.addAll(standalone.objects(answers));
    return ProviderObjects.leftOutOf(
        new SchemaModel(
            session.engine(),
            session.version(),
            objects,
            UnsupportedObjects.grouped(answers.of(unsupported))));
  }

  @Override
  public LiveLook live(Session session, SchemaModel schema) {
    return LiveReader.read(session, schema, migratingRole);
  }
}
