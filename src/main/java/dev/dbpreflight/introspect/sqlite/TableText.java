package dev.dbpreflight.introspect.sqlite;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the text of CREATE TABLE says beyond the pragmas. The lists are in the order of the text,
 * which is the order in which SQLite numbers its automatic indexes and, backwards, its foreign
 * keys.
 */
record TableText(
    Map<String, ColumnText> columns,
    List<KeyText> keys,
    List<CheckText> checks,
    List<ForeignKeyText> foreignKeys) {
  static final TableText UNKNOWN = new TableText(Map.of(), List.of(), List.of(), List.of());

  /**
   * @param collation canonical; empty for BINARY
   * @param notNullConflict empty for none and for ABORT, which is what none means
   * @param generation the expression of a generated column; empty otherwise
   */
  record ColumnText(
      String name,
      String collation,
      String notNullName,
      String notNullConflict,
      List<SqlToken> generation) {

    static ColumnText plain(String name) {
      return new ColumnText(name, "", "", "", List.of());
    }
  }

  /** PRIMARY KEY or UNIQUE, of a column or of the table. */
  record KeyText(
      boolean primary, String name, List<KeyPart> parts, String conflict, boolean autoincrement) {}

  /**
   * @param collation as the key has it; empty for the column's own
   */
  record KeyPart(String column, Optional<String> collation) {}

  record CheckText(String name, List<SqlToken> expression) {}

  record ForeignKeyText(String name, List<String> columns, String table, boolean deferred) {}

  ColumnText column(String name) {
    ColumnText column = columns.get(SqlNames.fold(name));
    return column == null ? ColumnText.plain(name) : column;
  }
}
