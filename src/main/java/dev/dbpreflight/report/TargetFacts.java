package dev.dbpreflight.report;

import static java.util.stream.Collectors.joining;

import dev.dbpreflight.history.DatabaseState;
import dev.dbpreflight.history.History;
import dev.dbpreflight.history.Migrations;
import dev.dbpreflight.model.ObjectKind;
import java.util.List;
import java.util.Map;

/** What a target is, in the words that every text report uses. */
final class TargetFacts {
  private final Style style;

  TargetFacts(Style style) {
    this.style = style;
  }

  /** One paragraph: what there is in the database. */
  void headline(Page page, DatabaseState state, List<History> histories) {
    page.wrapped("", "  ", headline(state, histories)).blank();
  }

  /** The states' lines are quoted in tickets and run books: their words are fixed. */
  private String headline(DatabaseState state, List<History> histories) {
    return switch (state) {
      case FRESH -> style.symbol("✅ ", "") + "Database appears to be fresh";
      case INCOMPLETE ->
          style.symbol("⚠️ ", "")
              + "Database has "
              + SafeText.line(
                  histories.stream().map(history -> history.table().name()).collect(joining(", ")))
              + (histories.size() == 1 ? " table" : " tables")
              + " but no app tables";
      case POPULATED -> style.symbol("📦 ", "") + "Database has existing application tables";
    };
  }

  void write(Page page, Report.Target target, DatabaseState state, List<History> histories) {
    // A URL is copied and pasted: it stays in one piece.
    page.line("  target    " + SafeText.line(target.url()));
    fact(page, "from", SafeText.line(target.source()));
    fact(page, "server", target.engine().title() + " " + SafeText.line(target.serverVersion()));
    fact(page, "state", state.token() + ": " + content(target));
    for (History history : histories) {
      fact(page, "history", history(history));
    }
  }

  /** Where the release goes. */
  void release(Page page, Release release) {
    String folder = release.migrations().folder();
    fact(
        page,
        "release",
        release.migrations().tool().title()
            + (folder.isEmpty() ? "" : ", " + SafeText.line(folder))
            + ": "
            + goal(release.migrations(), release.heads()));
  }

  /** How many migrations there are, and where they lead to. */
  static String goal(Migrations migrations, List<String> heads) {
    int count = migrations.files().size();
    if (count == 0) {
      return "no migration that could be read";
    }
    return count
        + (count == 1 ? " migration" : " migrations")
        + (heads.isEmpty()
            ? ", none of them the last"
            : ", up to " + SafeText.line(HistoryWords.ids(heads)));
  }

  /** How many migrations have still to run. */
  static String pending(Release release) {
    if (release.standings().isEmpty()) {
      return "not known: no table records what was run of " + release.migrations().tool().title();
    }
    if (!release.isKnown()) {
      return "not known: the history was not read";
    }
    int pending = release.pending();
    return pending == 0 ? "nothing" : pending + (pending == 1 ? " migration" : " migrations");
  }

  static void fact(Page page, String label, String value) {
    page.labelled(2, label, 10, value);
  }

  private static String content(Report.Target target) {
    if (!target.exists()) {
      return "the file does not exist, and was not created";
    }
    return target.objects().isEmpty() ? "no objects" : objects(target.objects());
  }

  private static String objects(Map<ObjectKind, Integer> objects) {
    return objects.entrySet().stream()
        .map(entry -> entry.getValue() + " " + plural(entry.getKey().words(), entry.getValue()))
        .collect(joining(", "));
  }

  private static String plural(String words, int count) {
    if (count == 1 || words.endsWith("s")) {
      return words;
    }
    if (words.endsWith("x")) {
      return words + "es";
    }
    return words.endsWith("y") ? words.substring(0, words.length() - 1) + "ies" : words + "s";
  }

  private static String history(History history) {
    String where = history.tool().title() + ", " + SafeText.line(history.table().toString());
    if (!history.unread().isEmpty()) {
      return where + ": not read, " + SafeText.line(history.unread());
    }
    return history.claimsApplied()
        ? where + ": at " + SafeText.line(String.join(", ", history.revisions()))
        : where + ": nothing applied";
  }
}
