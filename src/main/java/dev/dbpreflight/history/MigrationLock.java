package dev.dbpreflight.history;

import java.time.Duration;
import java.util.Optional;

/**
 * A lock that a migration tool holds, so that no second run begins beside the first.
 *
 * @param holder who holds it, as the table or the server says: host, user, application
 * @param pid of the server process that holds it; zero for a row, which has none
 * @param age since when it is held, by the server's clock; empty when nothing says
 */
public record MigrationLock(Kind kind, String holder, int pid, Optional<Duration> age) {

  /** Where the lock is. */
  public enum Kind {
    /** A row in a table: it stays when the process dies. */
    ROW,
    /** A lock of the server: somebody is migrating now. */
    SESSION
  }
}
