package dev.dbpreflight.backup;

import dev.dbpreflight.model.ObjectName;

/** Counts the rows of one table that are kept as INSERT statements: {@code pg_dump --inserts}. */
final class InsertRows implements DataSink {
  private final TableTally tally = new TableTally();
  private final SqlScript script = new SqlScript(tally, comment -> {}, command -> {});
  private int last;
  private int beforeLast;

  /** Rows of whatever table the statements name: they may go through that of a partition. */
  void addTo(TableTally all, ObjectName table) {
    all.rows(table, 0, 0);
    tally
        .all()
        .values()
        .forEach(
            held -> all.rows(table, held.size().rows().orElse(0), held.size().bytes().orElse(0)));
  }

  @Override
  public void accept(byte[] bytes, int from, int to) {
    script.accept(bytes, from, to);
    for (int at = Math.max(from, to - 2); at < to; at++) {
      beforeLast = last;
      last = bytes[at];
    }
  }

  /** Two line breaks are all that marks the end. */
  @Override
  public void end() throws Damage {
    if (!script.isBetweenStatements() || last != '\n' || beforeLast != '\n') {
      throw new Damage("the rows of a table end in the middle");
    }
  }
}
