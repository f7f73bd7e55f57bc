package dev.dbpreflight.history;

import dev.dbpreflight.history.Trouble.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * yoyo's table and its log. It writes the log before the table: a migration that the log calls
 * applied and the table does not have was interrupted in between.
 */
record YoyoRows() implements Reading {
  static final String LOG = "_yoyo_log";
  private static final String MIGRATION = "migration_id";
  private static final Rows ROWS = Rows.newest(MIGRATION, "applied_at_utc", MIGRATION);

  @Override
  public Set<String> beside() {
    return Set.of(LOG);
  }

  @Override
  public Account judge(Books books) {
    Map<String, String> lastOperation = new HashMap<>();
    books.beside(LOG).stream()
        .sorted(Rows.by("created_at_utc"))
        .forEach(entry -> lastOperation.put(entry.text(MIGRATION), entry.text("operation")));
    Account account =
        ROWS.recordedWhere(row -> "mark".equals(lastOperation.get(row.text(MIGRATION))))
            .judge(books);
    Set<String> applied =
        account.applied().stream().map(AppliedMigration::id).collect(Collectors.toSet());
    List<Trouble> interrupted =
        lastOperation.entrySet().stream()
            .filter(last -> last.getValue().equals("apply") && !applied.contains(last.getKey()))
            .map(last -> new Trouble(Kind.UNFINISHED, last.getKey(), ""))
            .toList();
    return Account.of(account.revisions(), account.applied(), interrupted);
  }
}
