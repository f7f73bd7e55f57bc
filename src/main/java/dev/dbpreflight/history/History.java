package dev.dbpreflight.history;

import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.ObjectRef;
import java.util.Arrays;
import java.util.List;

/**
 * The bookkeeping table of one migration tool, as found in the target.
 *
 * @param companions further tables of the same tool (locks, metadata), sorted
 * @param revisions the revisions that the tool would call current, in its own spelling, sorted; for
 *     tools that keep a set, the newest of it; empty when nothing is recorded as applied
 * @param applied what counts as applied, from the oldest to the newest by the tool's own rule; only
 *     the current revisions for tools that record no more
 * @param troubles failed, dirty and unfinished migrations, sorted
 * @param locks that the tool holds at this moment or left behind
 * @param unread why the rows could not be read; empty when they were
 * @param remedy the grant, or whatever else would let them be read; empty when they were
 */
public record History(
    MigrationTool tool,
    ObjectName table,
    List<ObjectName> companions,
    List<String> revisions,
    List<AppliedMigration> applied,
    List<Trouble> troubles,
    List<MigrationLock> locks,
    String unread,
    String remedy) {

  public History {
    companions = companions.stream().sorted().toList();
    revisions = revisions.stream().sorted().toList();
    applied = List.copyOf(applied);
    troubles = troubles.stream().sorted().toList();
    locks = List.copyOf(locks);
  }

  /** A history that was read. */
  public History(
      MigrationTool tool,
      ObjectName table,
      List<ObjectName> companions,
      List<String> revisions,
      List<AppliedMigration> applied,
      List<Trouble> troubles,
      List<MigrationLock> locks) {
    this(tool, table, companions, revisions, applied, troubles, locks, "", "");
  }

  /**
   * A history that records these migrations, all of them current, and nothing else.
   *
   * @param ids in the tool's own spelling, from the oldest to the newest
   */
  public static History recording(MigrationTool tool, ObjectName table, String... ids) {
    List<AppliedMigration> applied =
        Arrays.stream(ids).map(id -> AppliedMigration.of(MigrationId.of(tool, id))).toList();
    return new History(tool, table, List.of(), List.of(ids), applied, List.of(), List.of());
  }

  /**
   * A history whose rows nobody may or can read.
   *
   * @param reason lower case, no full stop
   * @param remedy the grant, or whatever else would help
   * @param locks that the server knows of
   */
  public static History unread(
      HistoryTable table, String reason, String remedy, List<MigrationLock> locks) {
    return new History(
        table.tool(),
        table.table(),
        table.companions(),
        List.of(),
        List.of(),
        List.of(),
        locks,
        reason,
        remedy);
  }

  /**
   * What its rows mean, together. The oldest Rails and Sequel kept a number where they now keep a
   * set.
   */
  public MigrationTool.Recording recording() {
    return table.name().equalsIgnoreCase("schema_info")
        ? MigrationTool.Recording.LAST
        : tool.recording();
  }

  /** Points at its table. */
  public ObjectRef ref() {
    return ObjectRef.of(ObjectKind.TABLE, table);
  }

  /** The revision is a current one, however it is spelled. */
  public boolean isAt(String revision) {
    String id = MigrationId.of(tool, revision);
    return revisions.stream().anyMatch(one -> MigrationId.of(tool, one).equals(id));
  }

  /** The server says that the tool is at work at this moment. */
  public boolean isBusy() {
    return locks.stream().anyMatch(lock -> lock.kind() == MigrationLock.Kind.SESSION);
  }

  /** The table was read, and it says that nothing was ever begun. */
  public boolean isSilent() {
    return unread.isEmpty() && applied.isEmpty() && troubles.isEmpty();
  }

  /** The table says that something was applied. */
  public boolean claimsApplied() {
    return !applied.isEmpty();
  }
}
