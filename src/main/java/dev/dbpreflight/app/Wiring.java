package dev.dbpreflight.app;

import dev.dbpreflight.introspect.Introspector;
import dev.dbpreflight.introspect.TableSizes;
import dev.dbpreflight.introspect.UserSql;
import dev.dbpreflight.introspect.postgres.PostgresIntrospector;
import dev.dbpreflight.introspect.postgres.PostgresTableSizes;
import dev.dbpreflight.introspect.postgres.PostgresUserSql;
import dev.dbpreflight.introspect.sqlite.SqliteIntrospector;
import dev.dbpreflight.introspect.sqlite.SqliteTableSizes;
import dev.dbpreflight.introspect.sqlite.SqliteUserSql;
import dev.dbpreflight.model.Engine;
import java.util.Optional;

/** Picks the classes of an engine: the only place that knows which there are. */
final class Wiring {
  private Wiring() {}

  /**
   * @param migratingRole whose rights and settings matter, where somebody said so
   */
  static Introspector introspector(Engine engine, Optional<String> migratingRole) {
    return switch (engine) {
      case POSTGRESQL -> new PostgresIntrospector(migratingRole);
      case SQLITE -> new SqliteIntrospector();
    };
  }

  static TableSizes tableSizes(Engine engine) {
    return switch (engine) {
      case POSTGRESQL -> new PostgresTableSizes();
      case SQLITE -> new SqliteTableSizes();
    };
  }

  static UserSql userSql(Engine engine) {
    return switch (engine) {
      case POSTGRESQL -> new PostgresUserSql();
      case SQLITE -> new SqliteUserSql();
    };
  }
}
