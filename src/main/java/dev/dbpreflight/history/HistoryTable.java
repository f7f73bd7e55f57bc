package dev.dbpreflight.history;

import dev.dbpreflight.history.Reading.Account;
import dev.dbpreflight.history.Reading.Books;
import dev.dbpreflight.model.Column;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A table that keeps the books of a migration tool, recognised by its columns.
 *
 * @param beside further tables of the same tool, sorted
 * @param reading what its rows mean
 */
public record HistoryTable(MigrationTool tool, Sheet main, List<Sheet> beside, Reading reading) {

  /**
   * One of the tables.
   *
   * @param role how the tool's signature calls it: the same in every database
   * @param columns those worth reading, as the catalog spells them
   * @param locks which of its rows are locks
   */
  public record Sheet(ObjectName table, String role, List<String> columns, LockRows locks) {

    public Sheet {
      columns = List.copyOf(columns);
    }

    static Sheet of(Table table, String role, List<ColumnPattern> patterns, LockRows locks) {
      Set<String> wanted =
          patterns.stream()
              .filter(ColumnPattern::isReadable)
              .map(ColumnPattern::name)
              .collect(Collectors.toSet());
      List<String> columns =
          table.columns().stream()
              .map(Column::name)
              .filter(name -> wanted.contains(Signature.lower(name)))
              .toList();
      return new Sheet(table.name(), role, columns, locks);
    }

    /** A column as the catalog spells it: tools fold case as their database does. */
    public String column(String lowerCaseName) {
      return columns.stream()
          .filter(column -> Signature.lower(column).equals(lowerCaseName))
          .findFirst()
          .orElseThrow(() -> new NoSuchElementException(table + " has no " + lowerCaseName));
    }
  }

  public HistoryTable {
    beside = beside.stream().sorted(Comparator.comparing(Sheet::table)).toList();
  }

  public ObjectName table() {
    return main.table();
  }

  /** Names of the further tables, sorted. */
  public List<ObjectName> companions() {
    return beside.stream().map(Sheet::table).toList();
  }

  /** The tables that must be read to judge it. */
  public List<Sheet> sheets() {
    List<Sheet> sheets = new ArrayList<>();
    if (reading != Reading.NOTHING || main.locks() != null) {
      sheets.add(main);
    }
    beside.stream()
        .filter(sheet -> sheet.locks() != null || reading.beside().contains(sheet.role()))
        .forEach(sheets::add);
    return sheets;
  }

  /**
   * What the rows say.
   *
   * @param rows of each of the {@link #sheets()}
   * @param held locks that the server knows of
   * @param serverTime when they were read, by the server's clock
   */
  public History judge(
      Map<Sheet, List<HistoryRow>> rows, List<MigrationLock> held, Instant serverTime) {
    Map<String, List<HistoryRow>> others = new HashMap<>();
    beside.stream().filter(rows::containsKey).forEach(one -> others.put(one.role(), rows.get(one)));
    Account account =
        reading.judge(new Books(tool, rows.getOrDefault(main, List.of()), others, serverTime));
    List<MigrationLock> locks = new ArrayList<>(account.locks());
    rows.forEach(
        (sheet, lines) -> {
          if (sheet.locks() != null) {
            locks.addAll(sheet.locks().among(lines, serverTime));
          }
        });
    locks.addAll(held);
    return new History(
        tool,
        table(),
        companions(),
        account.revisions(),
        account.applied(),
        account.troubles(),
        locks);
  }
}
