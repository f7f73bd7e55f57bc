package dev.dbpreflight.conditions;

import dev.dbpreflight.model.ObjectName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * All who wait for locks on one table, and who stands at the head of the chain.
 *
 * @param table empty for those of whom the server does not tell the table
 * @param waits at least one, the longest first
 * @param heads transactions that hold the waiting ones up and wait for nobody, the oldest first
 * @param behindPrepared a prepared transaction is among the heads
 */
public record LockQueue(
    Optional<ObjectName> table,
    List<LockWait> waits,
    List<OpenTransaction> heads,
    boolean behindPrepared) {

  public LockQueue {
    waits = List.copyOf(waits);
    heads = List.copyOf(heads);
  }

  /** Somebody has waited for so long, or what they wait for has been open for so long. */
  public boolean lasts(Duration limit) {
    return waits.getFirst().age().compareTo(limit) >= 0
        || heads.stream().anyMatch(head -> head.isOpenFor(limit));
  }

  /** A waiting lock that lets nobody pass. */
  public boolean keepsReadersOut() {
    return waits.stream().anyMatch(LockWait::keepsReadersOut);
  }
}
