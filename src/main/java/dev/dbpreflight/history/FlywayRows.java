package dev.dbpreflight.history;

import dev.dbpreflight.history.AppliedMigration.Origin;
import dev.dbpreflight.history.FlywayLog.Entry;
import dev.dbpreflight.history.Trouble.Kind;
import java.util.List;

/** The log of Flyway, whose rows cancel each other: see {@link FlywayLog}. */
record FlywayRows() implements Reading {
  private static final List<String> BASELINES = List.of("BASELINE", "INIT");

  @Override
  public Account judge(Books books) {
    FlywayLog log =
        new FlywayLog(
            books.rows().stream()
                .sorted(Rows.by("#installed_rank"))
                .map(FlywayRows::entry)
                .toList());
    return Account.of(
        log.current().stream().toList(),
        log.applied().stream().map(entry -> migration(books, entry)).toList(),
        log.failed().stream()
            .map(entry -> new Trouble(Kind.FAILED, id(books, entry), entry.script()))
            .toList());
  }

  private static Entry entry(HistoryRow row) {
    return new Entry(
        row.isNull("version") ? null : row.text("version"),
        row.text("description"),
        row.text("type"),
        row.text("script"),
        row.text("checksum"),
        row.flag("success"));
  }

  private static AppliedMigration migration(Books books, Entry entry) {
    Origin origin = BASELINES.contains(entry.type()) ? Origin.RECORDED : Origin.RUN;
    return new AppliedMigration(id(books, entry), entry.checksum(), origin);
  }

  private static String id(Books books, Entry entry) {
    return entry.version() == null
        ? MigrationId.repeatable(entry.description())
        : books.id(entry.version());
  }
}
