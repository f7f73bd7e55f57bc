package dev.dbpreflight.history;

import java.util.List;
import java.util.Optional;

/**
 * Where a history stands against the files of a release, by the rules of their tool. What cannot be
 * known is left empty: a history that was not read has nothing applied and nothing pending.
 *
 * @param history that the files belong to; empty when the target has none of their tool
 * @param applied files that count as applied, in the order of the files
 * @param pending files that the tool would run, in the order in which it would
 * @param leftOut files that were never applied and that the tool will not run, since one that
 *     follows them was applied
 * @param ahead recorded ids that no file has and that are newer than every file
 * @param missing recorded ids that no file has, older than the newest file
 * @param edited files whose checksum is not the one that was recorded when they were applied
 * @param torn files that replace several others of which some were applied and some were not
 */
public record Standing(
    Migrations migrations,
    Optional<History> history,
    List<MigrationFile> applied,
    List<MigrationFile> pending,
    List<MigrationFile> leftOut,
    List<String> ahead,
    List<String> missing,
    List<MigrationFile> edited,
    List<MigrationFile> torn) {

  public Standing {
    applied = List.copyOf(applied);
    pending = List.copyOf(pending);
    leftOut = List.copyOf(leftOut);
    ahead = List.copyOf(ahead);
    missing = List.copyOf(missing);
    edited = List.copyOf(edited);
    torn = List.copyOf(torn);
  }

  /**
   * One standing per history of the files' tool; one without a history where the target has none;
   * none at all for files that leave no history behind.
   */
  public static List<Standing> all(List<History> histories, Migrations migrations) {
    if (migrations.tool() == MigrationTool.NUMBERED_SQL) {
      return List.of();
    }
    List<History> own =
        histories.stream()
            .filter(history -> history.tool().possible().contains(migrations.tool()))
            .toList();
    return own.isEmpty()
        ? List.of(new HistoryMatcher(Optional.empty(), migrations).standing())
        : own.stream()
            .map(history -> new HistoryMatcher(Optional.of(history), migrations).standing())
            .toList();
  }

  /** The history's rows were read, or there are none to read. */
  public boolean isKnown() {
    return history.map(found -> found.unread().isEmpty()).orElse(true);
  }

  /** Something is recorded as applied. */
  public boolean claimsApplied() {
    return history.filter(History::claimsApplied).isPresent();
  }

  /** Something is recorded, and no file of the release is among it. */
  public boolean sharesNothing() {
    return claimsApplied() && applied.isEmpty() && !(ahead.isEmpty() && missing.isEmpty());
  }

  /**
   * The history explains the database as far as the files can tell: it records something, all of it
   * is known to the release, and nothing of it went wrong.
   */
  public boolean isConsistent() {
    return claimsApplied()
        && ahead.isEmpty()
        && missing.isEmpty()
        && history.orElseThrow().troubles().isEmpty();
  }

  /** The tool stops when the history has a migration that the files lack. */
  public boolean stopsAtMissingFiles() {
    return Discipline.stopsAtMissingFiles(migrations.tool());
  }
}
