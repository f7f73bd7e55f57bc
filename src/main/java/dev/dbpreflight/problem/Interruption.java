package dev.dbpreflight.problem;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The wish from outside that a run ends now, as by Ctrl-C. Whatever waits for somebody else says
 * here how to break off its waiting.
 */
public final class Interruption {
  private final List<Runnable> actions = new CopyOnWriteArrayList<>();
  private final LastResort lastResort;
  private volatile boolean requested;

  /** Of a run that nothing but itself ends. */
  public Interruption() {
    this(LastResort.NONE);
  }

  /**
   * @param lastResort for a run whose time is over and that does not end
   */
  public Interruption(LastResort lastResort) {
    this.lastResort = lastResort;
  }

  /** From now until closed, an action belongs to an interruption. */
  public interface Watch extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Has the action run when somebody interrupts, and at once if somebody has: on any thread,
   * perhaps twice.
   */
  public Watch during(Runnable action) {
    actions.add(action);
    if (requested) {
      action.run();
    }
    return () -> actions.remove(action);
  }

  public LastResort lastResort() {
    return lastResort;
  }

  public boolean requested() {
    return requested;
  }

  /** Interrupts; returns when all that waited has been told, in the order in which it came. */
  public void request() {
    requested = true;
    for (Runnable action : actions) {
      try {
        action.run();
      } catch (RuntimeException broken) {
        // The others must hear of it, and nobody is left to be told.
      }
    }
  }
}
