package dev.dbpreflight.conditions;

import dev.dbpreflight.model.ObjectName;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The backup that a user names, as it was found. What was not found out is empty, and {@link
 * Conditions#unread()} says why.
 *
 * @param absence why there is none, as a reader understands it; empty when there is one, or when
 *     nobody could tell
 * @param contents what the file holds; empty where a command tells about the backup, and where
 *     there is none
 * @param restored how restoring it went; empty where nobody asked
 * @param target what the tables of the target hold, as far as that is known
 */
public record Backup(
    Wish wish,
    Optional<String> absence,
    Optional<Made> made,
    Optional<BackupContents> contents,
    Optional<RestoredBackup> restored,
    Map<ObjectName, Size> target)
    implements Condition {

  /**
   * What the user said about it.
   *
   * @param place the file or the command, as the user wrote it
   * @param asked the moment of this run, which ages are counted to
   * @param maxAge empty when nothing was said
   * @param file whether it is a file or folder that can be looked into
   * @param restore whether it has to be restored
   */
  public record Wish(
      String place, Instant asked, Optional<Duration> maxAge, boolean file, boolean restore) {}

  /**
   * When it was made.
   *
   * @param source what tells so: "its header"
   */
  public record Made(Instant at, String source) {}

  /**
   * How much a table holds.
   *
   * @param exact whether the rows were counted; else they are an estimate
   * @param bytes without indexes; in a backup of its data as the backup has them
   */
  public record Size(OptionalLong rows, boolean exact, OptionalLong bytes) {
    public static final Size UNKNOWN = new Size(OptionalLong.empty(), false, OptionalLong.empty());

    /** Counted, with nothing known about bytes. */
    public static Size counted(long rows) {
      return new Size(OptionalLong.of(rows), true, OptionalLong.empty());
    }
  }

  public Backup {
    target = Map.copyOf(target);
  }

  /** A wish of which nothing is known yet. */
  public static Backup of(Wish wish) {
    return new Backup(
        wish, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
  }

  public Backup withAbsence(String why) {
    return new Backup(wish, Optional.of(why), made, contents, restored, target);
  }

  public Backup withMade(Made when) {
    return new Backup(wish, absence, Optional.of(when), contents, restored, target);
  }

  public Backup withContents(BackupContents found) {
    return new Backup(wish, absence, made, Optional.of(found), restored, target);
  }

  public Backup withRestored(RestoredBackup how) {
    return new Backup(wish, absence, made, contents, Optional.of(how), target);
  }

  public Backup withTarget(Map<ObjectName, Size> sizes) {
    return new Backup(wish, absence, made, contents, restored, sizes);
  }

  /** How old it is; never negative. */
  public Optional<Duration> age() {
    return made.map(when -> Duration.between(when.at(), wish.asked()))
        .map(age -> age.isNegative() ? Duration.ZERO : age);
  }
}
