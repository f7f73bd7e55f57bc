package dev.dbpreflight.app;

import dev.dbpreflight.introspect.Introspector;
import dev.dbpreflight.introspect.postgres.PostgresIntrospector;
import dev.dbpreflight.introspect.sqlite.SqliteIntrospector;
import dev.dbpreflight.model.Engine;

/** Picks the classes of an engine: the only place that knows which there are. */
final class Wiring {
  private Wiring() {}

  static Introspector introspector(Engine engine) {
    return switch (engine) {
      case POSTGRESQL -> new PostgresIntrospector();
      case SQLITE -> new SqliteIntrospector();
    };
  }
}
