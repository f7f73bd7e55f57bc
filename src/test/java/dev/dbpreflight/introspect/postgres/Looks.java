package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.ConnectOptions;
import dev.dbpreflight.connect.Connector;
import dev.dbpreflight.connect.DatabaseUrl;
import dev.dbpreflight.connect.Deadline;
import dev.dbpreflight.connect.Session;
import dev.dbpreflight.diff.Aspect;
import dev.dbpreflight.diff.Change;
import dev.dbpreflight.diff.Change.ObjectMissing;
import dev.dbpreflight.diff.Change.ObjectUnexpected;
import dev.dbpreflight.diff.Change.PropertyDiffers;
import dev.dbpreflight.diff.Change.PropertyUnclear;
import dev.dbpreflight.diff.SchemaDiff;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.support.PostgresServer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;

/**
 * Schema models of test databases, read as the product reads them, and what differs between two.
 */
final class Looks {

  private Looks() {}

  static SchemaModel at(PostgresServer server, String database) {
    return at(server.url(database));
  }

  static SchemaModel at(String url) {
    try (Session session = open(url)) {
      return new PostgresIntrospector().schema(session);
    }
  }

  static Session open(String url) {
    ConnectOptions options = new ConnectOptions(Deadline.after(Duration.ofSeconds(60)));
    return Connector.open(DatabaseUrl.parse(url, "a test"), options);
  }

  /** All that differs, with every aspect: one short line each. */
  static List<String> differences(SchemaModel expected, SchemaModel actual) {
    return new SchemaDiff(EnumSet.allOf(Aspect.class))
        .compare(expected, actual).stream().map(Looks::line).toList();
  }

  /** A change without the values: {@code column "public.users.id": type}. */
  static String line(Change change) {
    return switch (change) {
      case ObjectMissing missing -> missing.object() + " is missing";
      case ObjectUnexpected unexpected -> unexpected.object() + " is not expected";
      case PropertyDiffers differs -> differs.object() + ": " + differs.property();
      case PropertyUnclear unclear -> unclear.object() + ": " + unclear.property() + " (unclear)";
    };
  }
}
