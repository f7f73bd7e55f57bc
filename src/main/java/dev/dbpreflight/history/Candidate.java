package dev.dbpreflight.history;

import dev.dbpreflight.model.Column;
import dev.dbpreflight.model.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A table that may be a tool's.
 *
 * @param name in lower case
 * @param columns by their names in lower case
 */
record Candidate(Table table, String name, Map<String, Column> columns) {

  static Candidate of(Table table) {
    Map<String, Column> columns = new HashMap<>();
    table.columns().forEach(column -> columns.put(Signature.lower(column.name()), column));
    return new Candidate(table, Signature.lower(table.name().name()), columns);
  }

  String schema() {
    return table.name().schema();
  }

  /** Every column that must be there, and no column that the tool does not make. */
  boolean has(List<ColumnPattern> patterns) {
    int known = 0;
    for (ColumnPattern pattern : patterns) {
      Column column = columns.get(pattern.name());
      if (column == null ? !pattern.optional() : !pattern.matches(column)) {
        return false;
      }
      known += column == null ? 0 : 1;
    }
    return known == columns.size() || patterns.getLast().isAnyOther();
  }
}
