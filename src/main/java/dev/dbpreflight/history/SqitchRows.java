package dev.dbpreflight.history;

import dev.dbpreflight.history.Trouble.Kind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sqitch's registry: what is deployed in one table, and what was ever tried in another. A failure
 * counts until the same change is deployed or reverted after it.
 */
record SqitchRows() implements Reading {
  static final String EVENTS = "events";
  private static final Comparator<HistoryRow> BY_TIME = Rows.by("committed_at");
  private static final Rows CHANGES =
      Rows.newest("change", "committed_at").per("project", ":").checksum("script_hash");

  @Override
  public Set<String> beside() {
    return Set.of(EVENTS);
  }

  @Override
  public Account judge(Books books) {
    Account changes = CHANGES.judge(books);
    Map<String, HistoryRow> last = new HashMap<>();
    books.beside(EVENTS).stream().sorted(BY_TIME).forEach(event -> last.put(id(event), event));
    List<Trouble> failed =
        last.values().stream()
            .filter(event -> event.is("event", "fail"))
            .map(event -> new Trouble(Kind.FAILED, id(event), event.firstLine("note")))
            .toList();
    return Account.of(changes.revisions(), changes.applied(), failed);
  }

  private static String id(HistoryRow row) {
    return row.text("project") + ":" + row.text("change");
  }
}
