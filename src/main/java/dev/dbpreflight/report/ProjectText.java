package dev.dbpreflight.report;

import java.util.ArrayList;
import java.util.List;

/** What a project begins with, for people: what was found, and what to do next. */
public final class ProjectText {
  private final Style style;

  public ProjectText(Style style) {
    this.style = style;
  }

  /**
   * Ends in a line feed.
   *
   * @param file the check file that was written
   */
  public String format(ProjectFinds finds, String file) {
    Page page = new Page(style);
    page.line("wrote " + SafeText.line(file)).blank();
    page.line(style.bold("found"));
    fact(page, "migrations", migrations(finds));
    fact(page, "database", finds.database().isEmpty() ? finds.noDatabase() : finds.database());
    fact(
        page,
        "snapshots",
        finds
            .snapshots()
            .map(folder -> folder + ": " + finds.snapshotFiles() + files(finds.snapshotFiles()))
            .orElse("none; schema-snapshots is a good place for them"));
    finds
        .containers()
        .ifPresent(compose -> fact(page, "containers", compose + " runs a PostgreSQL"));
    page.blank().line(style.bold("next"));
    List<String> next = next(finds, file);
    for (int at = 0; at < next.size(); at++) {
      // A command is copied and pasted: it stays in one piece.
      page.line("  " + (at + 1) + ". " + next.get(at));
    }
    return page.toString();
  }

  private static void fact(Page page, String label, String value) {
    page.labelled(2, label, 12, SafeText.line(value));
  }

  /** As a shell takes it. */
  private static String word(String text) {
    return text.matches("[A-Za-z0-9_./-]+")
        ? text
        : "'" + SafeText.line(text).replace("'", "'\\''") + "'";
  }

  private static String files(int count) {
    return count == 1 ? " file" : " files";
  }

  private static String migrations(ProjectFinds finds) {
    if (!finds.unclear().isEmpty()) {
      return finds.unclear();
    }
    return finds
        .migrations()
        .map(found -> found.folder() + ": " + finds.release())
        .orElse("none in the usual places; name their folder in the file");
  }

  private static List<String> next(ProjectFinds finds, String file) {
    List<String> next = new ArrayList<>();
    next.add(
        finds.database().isEmpty()
            ? "export DATABASE_URL=postgresql://USER@HOST/NAME"
            : "dbpreflight status");
    next.add(
        "dbpreflight snapshot -o "
            + word(finds.snapshots().orElse("schema-snapshots") + "/REVISION.json"));
    next.add(
        "dbpreflight check --checks "
            + word(file)
            + (finds.containers().isPresent() ? " --wait 60s" : ""));
    return next;
  }
}
