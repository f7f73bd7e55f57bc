package dev.dbpreflight.history;

import dev.dbpreflight.model.Column;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.Table;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * A table that keeps the books of a migration tool, recognised by its columns.
 *
 * @param companions further tables of the same tool beside it, sorted
 * @param columns the names of its columns, as the catalog has them
 * @param reading how to learn from it what is applied
 */
public record HistoryTable(
    MigrationTool tool,
    ObjectName table,
    List<ObjectName> companions,
    List<String> columns,
    Reading reading) {

  public HistoryTable {
    companions = companions.stream().sorted().toList();
    columns = List.copyOf(columns);
  }

  static HistoryTable of(
      MigrationTool tool, Table table, List<ObjectName> companions, Reading reading) {
    List<String> columns = table.columns().stream().map(Column::name).toList();
    return new HistoryTable(tool, table.name(), companions, columns, reading);
  }

  /** A column as the catalog spells it: tools fold case as their database does. */
  public String column(String lowerCaseName) {
    return columns.stream()
        .filter(column -> Signature.lower(column).equals(lowerCaseName))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException(table + " has no " + lowerCaseName));
  }
}
