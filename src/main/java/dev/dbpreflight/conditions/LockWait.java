package dev.dbpreflight.conditions;

import dev.dbpreflight.model.ObjectName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Somebody waits for a lock.
 *
 * @param table of the users that it is about; empty where the server does not tell, or where it is
 *     one of the server's own
 * @param mode that is asked for; of the table, where {@link #target()} is one
 * @param age since it began to wait
 * @param blockers pids of those that it waits for, also of those that only stand before it in the
 *     queue; zero stands for a prepared transaction
 */
public record LockWait(
    ServerProcess waiter,
    Target target,
    Optional<ObjectName> table,
    LockMode mode,
    Duration age,
    List<Integer> blockers) {

  /** What is waited for. */
  public enum Target {
    TABLE,
    ROW,
    /** The end of a transaction, of which the server does not say what it has changed. */
    TRANSACTION
  }

  public LockWait {
    blockers = List.copyOf(blockers);
  }

  /** Everybody who asks for this table after it has to wait too, even readers. */
  public boolean keepsReadersOut() {
    return target == Target.TABLE && mode == LockMode.ACCESS_EXCLUSIVE;
  }
}
