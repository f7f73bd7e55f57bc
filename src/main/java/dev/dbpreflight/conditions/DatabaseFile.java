package dev.dbpreflight.conditions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The file of an SQLite database at this moment: whether it is there, what lies beside it, where it
 * lies, who uses it and what is in it. A database that is only about to be made has no sizes and no
 * content.
 *
 * @param path the file itself, symbolic links followed
 * @param logs what lies beside it
 * @param faults what keeps those who migrate from writing; empty when nothing is known to
 * @param users other processes that have it open, those that write first
 */
public record DatabaseFile(
    String path,
    Presence presence,
    long bytes,
    Logs logs,
    Optional<Store> store,
    List<Fault> faults,
    boolean worldWritable,
    List<FileUser> users,
    Optional<FilePages> pages,
    FileContent content)
    implements Condition {

  /** How much of the path there is. */
  public enum Presence {
    THERE,
    /** The application is going to make it. */
    MISSING,
    /** SQLite makes files, but no folders. */
    MISSING_WITH_FOLDER
  }

  /**
   * What SQLite keeps beside the file while it writes.
   *
   * @param writeAhead the file is in the mode in which writers append to a {@code -wal} file
   * @param writeAheadBytes of that file; 0 when there is none
   * @param hotJournal a {@code -journal} that holds the undo of a transaction that a crash cut off
   * @param logLeft a {@code -wal} with content that no process has open; false also when that could
   *     not be seen
   */
  public record Logs(
      boolean writeAhead, long writeAheadBytes, boolean hotJournal, boolean logLeft) {
    public static final Logs NONE = new Logs(false, 0, false, false);
  }

  /**
   * The file system that the file lies on, or would.
   *
   * @param type the system's word: "ext4", "nfs4"
   * @param network shared with other machines, whose processes do not see each other's memory
   * @param readOnly mounted so: nobody can write
   * @param freeBytes what may be written before it is full
   */
  public record Store(String type, boolean network, boolean readOnly, long freeBytes) {}

  /**
   * Something that cannot be written to and has to be.
   *
   * @param place "the file", "its folder", "its -wal file"
   * @param reason why: "has mode r--r--r-- and belongs to app"
   */
  public record Fault(String place, String reason) {}

  public DatabaseFile {
    faults = List.copyOf(faults);
    users = List.copyOf(users);
  }

  /** With what its own pragmas say of its pages. */
  public DatabaseFile withPages(FilePages seen) {
    return new DatabaseFile(
        path,
        presence,
        bytes,
        logs,
        store,
        faults,
        worldWritable,
        users,
        Optional.of(seen),
        content);
  }

  public DatabaseFile withContent(FileContent seen) {
    return new DatabaseFile(
        path, presence, bytes, logs, store, faults, worldWritable, users, pages, seen);
  }

  /** What is on disk of it, the write-ahead log included. */
  public long bytesInAll() {
    return bytes + logs.writeAheadBytes();
  }

  /** Processes that use it so, in their order. */
  public List<FileUser> users(FileUser.Use... uses) {
    List<FileUser> found = new ArrayList<>(users);
    found.removeIf(user -> !List.of(uses).contains(user.use()));
    return found;
  }
}
