package dev.dbpreflight.report;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.Standing;
import java.util.List;

/** A status for people, in one screen. */
public final class StatusText {
  private static final int PENDING_SHOWN = 10;
  private static final int WRONG_SHOWN = 10;

  /** Longer ids do not push the paths of the others to the right. */
  private static final int ALIGNED = 32;

  private final Style style;

  public StatusText(Style style) {
    this.style = style;
  }

  /** Ends in a line feed. */
  public String format(Status status) {
    Page page = new Page(style);
    TargetFacts facts = new TargetFacts(style);
    facts.headline(page, status.state(), status.histories());
    facts.write(page, status.target(), status.state(), status.histories());
    status.release().ifPresent(release -> release(page, facts, release));
    if (status.release().isPresent() || !status.histories().isEmpty()) {
      wrong(page, status);
    }
    return page.toString();
  }

  private static void release(Page page, TargetFacts facts, Release release) {
    facts.release(page, release);
    TargetFacts.fact(page, "pending", TargetFacts.pending(release));
    for (Standing standing : release.standings()) {
      if (release.standings().size() > 1 && !standing.pending().isEmpty()) {
        String table = standing.history().map(found -> found.table().toString()).orElse("");
        more(page, SafeText.line(table) + ": " + standing.pending().size());
      }
      pending(page, standing.pending());
    }
  }

  private static void pending(Page page, List<MigrationFile> pending) {
    int width =
        pending.stream()
            .limit(PENDING_SHOWN)
            .mapToInt(file -> Page.columns(SafeText.line(file.id())))
            .filter(columns -> columns <= ALIGNED)
            .max()
            .orElse(0);
    for (int at = 0; at < Math.min(PENDING_SHOWN, pending.size()); at++) {
      String id = SafeText.line(pending.get(at).id());
      String gap = " ".repeat(2 + Math.max(0, width - Page.columns(id)));
      String text = id + gap + SafeText.line(pending.get(at).path());
      page.wrapped("%13d. ".formatted(at + 1), " ".repeat(15), text);
    }
    if (pending.size() > PENDING_SHOWN) {
      more(page, "and " + (pending.size() - PENDING_SHOWN) + " more (--format json lists all)");
    }
  }

  private static void wrong(Page page, Status status) {
    List<String> wrong = HistoryWords.wrong(status.histories(), status.release());
    boolean unread = status.histories().stream().anyMatch(history -> !history.unread().isEmpty());
    if (wrong.isEmpty()) {
      TargetFacts.fact(page, "wrong", unread ? "not known: the history was not read" : "nothing");
      return;
    }
    for (int at = 0; at < Math.min(WRONG_SHOWN, wrong.size()); at++) {
      String label = at == 0 ? "  wrong     - " : " ".repeat(12) + "- ";
      page.wrapped(label, " ".repeat(14), wrong.get(at));
    }
    if (wrong.size() > WRONG_SHOWN) {
      more(page, "and " + (wrong.size() - WRONG_SHOWN) + " more (--format json lists all)");
    }
  }

  private static void more(Page page, String text) {
    TargetFacts.fact(page, "", text);
  }
}
