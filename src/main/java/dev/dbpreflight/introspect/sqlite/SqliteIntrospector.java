package dev.dbpreflight.introspect.sqlite;

import dev.dbpreflight.connect.Session;
import dev.dbpreflight.introspect.Introspector;
import dev.dbpreflight.introspect.LiveLook;
import dev.dbpreflight.model.Engine;
import dev.dbpreflight.model.LiveFacts;
import dev.dbpreflight.model.LiveFacts.NotRead;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.SchemaObject;
import dev.dbpreflight.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the main database of an SQLite file; what is attached or temporary is not there for others
 * and is not read. Names have no schema. Column types are in capitals and SQL texts in one
 * canonical form, so that a table that was created at once and one that was altered step by step
 * into the same are equal.
 */
public final class SqliteIntrospector implements Introspector {

  @Override
  public SchemaModel schema(Session session) {
    Catalog catalog = Catalog.read(session);
    RelationNames relations = catalog.relations();
    NotUnderstood notUnderstood = new NotUnderstood();
    Triggers triggers = new Triggers(catalog, relations, notUnderstood);
    List<SchemaObject> objects = new ArrayList<>();
    objects.addAll(new Tables(catalog, relations, triggers, notUnderstood).all());
    objects.addAll(new Views(catalog, relations, triggers, notUnderstood).all());
    return new SchemaModel(Engine.SQLITE, session.version(), objects, notUnderstood.all());
  }

  @Override
  public LiveLook live(Session session, SchemaModel schema) {
    return new LiveLook(facts(session, schema), FileFacts.read(session));
  }

  private static LiveFacts facts(Session session, SchemaModel schema) {
    try {
      return new LiveFacts(SequencePositions.read(session, schema), List.of(), List.of());
    } catch (ProblemException e) {
      NotRead notRead =
          new NotRead(
              ObjectRef.database(),
              "positions of AUTOINCREMENT columns",
              e.problem().what(),
              e.problem().next());
      return new LiveFacts(List.of(), List.of(), List.of(notRead));
    }
  }
}
