package dev.dbpreflight.history;

import dev.dbpreflight.model.ObjectName;
import java.time.Duration;
import java.util.Optional;

/**
 * A lock of the server that another session holds, and that may be a migration's.
 *
 * @param key of an advisory lock; zero for a lock of a table
 * @param table that is locked; null for an advisory lock
 * @param mode as the server spells it
 * @param granted it has the lock; otherwise it waits for it, and others wait behind it
 * @param pid of its session; zero for a prepared transaction, which has none
 * @param holder user and application
 * @param age it cannot be held longer; empty when this role may not know
 */
public record HeldLock(
    long key,
    ObjectName table,
    String mode,
    boolean granted,
    int pid,
    String holder,
    Optional<Duration> age) {
  private static final String EXCLUSIVE_EVEN_OF_READERS = "AccessExclusiveLock";

  boolean keepsReadersOut() {
    return mode.equals(EXCLUSIVE_EVEN_OF_READERS);
  }

  MigrationLock asMigrationLock() {
    return new MigrationLock(MigrationLock.Kind.SESSION, holder, pid, age);
  }

  String spoken() {
    String who = pid == 0 ? holder : "pid " + pid + ", " + holder;
    return (granted ? "held by " : "awaited by ")
        + who
        + age.map(time -> ", transaction open for " + time.toSeconds() + " s").orElse("");
  }
}
