package dev.dbpreflight.history;

import dev.dbpreflight.history.AppliedMigration.Origin;
import dev.dbpreflight.history.Trouble.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The table of pgroll: per schema a chain of rows, in which each names the one before it. */
record PgrollRows() implements Reading {

  @Override
  public Account judge(Books books) {
    Map<String, List<HistoryRow>> schemas =
        books.rows().stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.text("schema"), TreeMap::new, Collectors.toList()));
    List<String> revisions = new ArrayList<>();
    List<AppliedMigration> applied = new ArrayList<>();
    List<Trouble> troubles = new ArrayList<>();
    for (List<HistoryRow> rows : schemas.values()) {
      List<HistoryRow> done = chain(rows).stream().filter(row -> row.flag("done")).toList();
      done.forEach(row -> applied.add(migration(row)));
      if (!done.isEmpty()) {
        revisions.add(id(done.getLast()));
      }
      rows.stream()
          .filter(row -> !row.flag("done"))
          .forEach(row -> troubles.add(new Trouble(Kind.UNFINISHED, id(row), "")));
    }
    return Account.of(revisions, applied, troubles);
  }

  /** From the one without a parent on; what hangs on nothing follows by its time. */
  private static List<HistoryRow> chain(List<HistoryRow> rows) {
    Map<String, HistoryRow> left = new LinkedHashMap<>();
    rows.stream()
        .sorted(Rows.by("created_at").thenComparing(Rows.by("name")))
        .forEach(row -> left.put(row.text("parent"), row));
    List<HistoryRow> chain = new ArrayList<>();
    HistoryRow next = left.remove("");
    while (next != null) {
      chain.add(next);
      next = left.remove(next.text("name"));
    }
    chain.addAll(left.values());
    return chain;
  }

  private static AppliedMigration migration(HistoryRow row) {
    boolean baseline = row.is("migration_type", "baseline");
    return new AppliedMigration(id(row), "", baseline ? Origin.RECORDED : Origin.RUN);
  }

  private static String id(HistoryRow row) {
    return row.text("schema") + "/" + row.text("name");
  }
}
