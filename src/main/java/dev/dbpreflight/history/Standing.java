package dev.dbpreflight.history;

import dev.dbpreflight.history.MigrationFile.Kind;
import dev.dbpreflight.history.MigrationTool.Recording;
import dev.dbpreflight.model.Engine;
import dev.dbpreflight.model.ObjectRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a history stands against the files of a release, by the rules of their tool. What cannot be
 * known is left empty: a history that was not read has nothing applied and nothing pending.
 *
 * @param history that the files belong to; empty when the target has none of their tool
 * @param applied files that count as applied, in the order of the files
 * @param pending files that the tool would run, in the order in which it would, without those that
 *     it began already: they are {@link History#troubles()}
 * @param leftOut files that were never applied and that the tool will not run, since one that
 *     follows them was applied
 * @param ahead recorded ids that no file has and that are newer than every file
 * @param missing recorded ids that no file has, older than the newest file
 * @param pruned such ids that are older than every file, of tools that do not mind: their files
 *     were deleted on purpose
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
    List<String> pruned,
    List<MigrationFile> edited,
    List<MigrationFile> torn) {

  public Standing {
    applied = List.copyOf(applied);
    pending = List.copyOf(pending);
    leftOut = List.copyOf(leftOut);
    ahead = List.copyOf(ahead);
    missing = List.copyOf(missing);
    pruned = List.copyOf(pruned);
    edited = List.copyOf(edited);
    torn = List.copyOf(torn);
  }

  /**
   * One standing per history of the files' tool; one without a history where the target has none;
   * none at all for files that leave no history behind.
   */
  public static List<Standing> all(List<History> histories, MigrationGraph graph) {
    Migrations migrations = graph.migrations();
    if (migrations.tool() == MigrationTool.NUMBERED_SQL) {
      return List.of();
    }
    List<History> own =
        histories.stream()
            .filter(history -> history.tool().possible().contains(migrations.tool()))
            .toList();
    return own.isEmpty()
        ? List.of(new HistoryMatcher(Optional.empty(), graph).standing())
        : own.stream()
            .map(history -> new HistoryMatcher(Optional.of(history), graph).standing())
            .toList();
  }

  /** The same without pending files that these do not need. */
  public Standing upTo(Set<String> wanted) {
    List<MigrationFile> ofThem =
        pending.stream()
            .filter(file -> file.kind() == Kind.REPEATABLE || wanted.contains(file.id()))
            .toList();
    return new Standing(
        migrations, history, applied, ofThem, leftOut, ahead, missing, pruned, edited, torn);
  }

  /** The same without pending files that not every run on such a database applies. */
  public Standing on(Engine engine) {
    List<MigrationFile> due = pending.stream().filter(file -> file.scope().due(engine)).toList();
    return new Standing(
        migrations, history, applied, due, leftOut, ahead, missing, pruned, edited, torn);
  }

  /** Where nobody read the history. */
  static Standing unknown(Migrations migrations, Optional<History> history) {
    List<MigrationFile> none = List.of();
    return new Standing(
        migrations, history, none, none, none, List.of(), List.of(), List.of(), none, none);
  }

  /** The history's rows were read, or there are none to read. */
  public boolean isKnown() {
    return history.map(found -> found.unread().isEmpty()).orElse(true);
  }

  /** The history has this id, whether it counts or not. */
  public boolean records(String id) {
    return history.stream()
        .flatMap(found -> found.applied().stream())
        .anyMatch(one -> one.id().equals(id));
  }

  /** Points at the table, or at the database where there is none. */
  public ObjectRef ref() {
    return history.map(History::ref).orElse(ObjectRef.database());
  }

  /** Who records: the table's name in quotes, or that the tool has none. */
  public String recorder() {
    return history
        .map(found -> '"' + found.table().toString() + '"')
        .orElse("no history of " + migrations.tool().title());
  }

  /** Something is recorded as applied. */
  public boolean claimsApplied() {
    return history.filter(History::claimsApplied).isPresent();
  }

  /**
   * Several migrations are recorded, and no file of the release is among them: another application
   * wrote this history. Heads alone do not tell that from a database that is ahead.
   */
  public boolean sharesNothing() {
    return claimsApplied()
        && history.orElseThrow().recording() == Recording.SET
        && ahead.size() + missing.size() + pruned.size() == history.orElseThrow().applied().size();
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
}
