package dev.dbpreflight.snapshot;

import dev.dbpreflight.model.Engine;
import dev.dbpreflight.model.Table;
import java.util.Set;

/**
 * What a snapshot leaves out because it is so in nearly every database of the engine, and what an
 * engine allows that would be a mistake elsewhere. Part of the format: a change here changes what
 * files mean.
 *
 * @param accessMethod of ordinary tables and materialized views
 * @param looseConstraints constraints may lack a name or share one, and references may lack columns
 * @param hiddenColumns names that a key may have although no column is listed with them
 */
record Dialect(
    String accessMethod,
    String indexMethod,
    String replicaIdentity,
    boolean looseConstraints,
    Set<String> hiddenColumns) {
  private static final Dialect POSTGRESQL =
      new Dialect("heap", "btree", "DEFAULT", false, Set.of());
  private static final Dialect SQLITE =
      new Dialect("", "", "", true, Set.of("rowid", "_rowid_", "oid"));

  static Dialect of(Engine engine) {
    return switch (engine) {
      case POSTGRESQL -> POSTGRESQL;
      case SQLITE -> SQLITE;
    };
  }

  /** Only ordinary tables have their rows in the engine's own storage. */
  String accessMethod(Table.Form form) {
    return form == Table.Form.ORDINARY ? accessMethod : "";
  }
}
