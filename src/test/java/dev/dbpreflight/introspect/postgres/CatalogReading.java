package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Answers;
import dev.dbpreflight.connect.ConnectOptions;
import dev.dbpreflight.connect.Connector;
import dev.dbpreflight.connect.DatabaseUrl;
import dev.dbpreflight.connect.Deadline;
import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Session;
import dev.dbpreflight.model.Attributes;
import dev.dbpreflight.model.Grant;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.SchemaObject;
import dev.dbpreflight.model.Unsupported;
import dev.dbpreflight.support.PostgresServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** A database of one test and what the areas of the catalog read in it. */
record CatalogReading(PostgresServer server, String database) {

  static CatalogReading of(PostgresServer server, String... scripts) {
    return new CatalogReading(server, server.createDatabase(scripts));
  }

  Session session(String user) {
    return Connector.open(
        DatabaseUrl.parse(server.url(user, database), "the test"),
        new ConnectOptions(Deadline.after(Duration.ofSeconds(60))));
  }

  /** As the superuser. */
  Session session() {
    return Connector.open(
        DatabaseUrl.parse(server.url(database), "the test"),
        new ConnectOptions(Deadline.after(Duration.ofSeconds(60))));
  }

  /** What the superuser sees of these kinds. */
  List<SchemaObject> objects(ObjectKind... kinds) {
    Set<ObjectKind> wanted = Set.copyOf(Arrays.asList(kinds));
    try (Session session = session()) {
      return objects(session).stream().filter(object -> wanted.contains(object.kind())).toList();
    }
  }

  static List<SchemaObject> objects(Session session) {
    StandaloneObjects areas = new StandaloneObjects(session.version());
    Answers answers = session.ask(new ArrayList<Query<?>>(areas.queries()));
    return areas.objects(answers).stream()
        .sorted(Comparator.comparing(SchemaObject::kind).thenComparing(SchemaObject::name))
        .toList();
  }

  List<Unsupported> unsupported() {
    try (Session session = session()) {
      return UnsupportedObjects.grouped(session.ask(UnsupportedObjects.query()));
    }
  }

  static ObjectName name(String name) {
    return new ObjectName("app", name);
  }

  static ObjectName global(String name) {
    return ObjectName.global(name);
  }

  /**
   * The superuser's, with these privileges for the owner, and for everybody where one is marked
   * "*".
   */
  static Attributes owned(String comment, String... privileges) {
    List<Grant> grants = new ArrayList<>();
    for (String privilege : privileges) {
      String word = privilege.replace("*", "");
      grants.add(new Grant("postgres", word, false));
      if (privilege.endsWith("*")) {
        grants.add(new Grant("PUBLIC", word, false));
      }
    }
    return new Attributes("postgres", grants, comment);
  }
}
