package dev.dbpreflight.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the rows of a tool's bookkeeping mean. It gets the rows as they are, in no order, and knows
 * no SQL.
 */
public interface Reading {

  /** There is nothing to judge: what was found belongs to the tool, but is not its history. */
  Reading NOTHING = books -> Account.EMPTY;

  /** What this tool's rows say. */
  Account judge(Books books);

  /** Which further tables it has to see, as their signature calls them. */
  default Set<String> beside() {
    return Set.of();
  }

  /**
   * The rows of one tool's tables.
   *
   * @param rows of its main table
   * @param beside rows of further tables; those that do not exist are missing
   * @param serverTime when the rows were read, by the clock of the server
   */
  record Books(
      MigrationTool tool,
      List<HistoryRow> rows,
      Map<String, List<HistoryRow>> beside,
      Instant serverTime) {

    public Books {
      rows = List.copyOf(rows);
      beside = Map.copyOf(beside);
    }

    List<HistoryRow> beside(String table) {
      return beside.getOrDefault(table, List.of());
    }

    String id(String version) {
      return MigrationId.of(tool, version);
    }
  }

  /**
   * What the rows say, as {@link History} has it.
   *
   * @param locks that rows of the main table stand for
   */
  record Account(
      List<String> revisions,
      List<AppliedMigration> applied,
      List<Trouble> troubles,
      List<MigrationLock> locks) {
    static final Account EMPTY = new Account(List.of(), List.of(), List.of(), List.of());

    public Account {
      revisions = List.copyOf(revisions);
      applied = List.copyOf(applied);
      troubles = List.copyOf(troubles);
      locks = List.copyOf(locks);
    }

    static Account of(
        List<String> revisions, List<AppliedMigration> applied, List<Trouble> troubles) {
      return new Account(revisions, applied, troubles, List.of());
    }
  }
}
