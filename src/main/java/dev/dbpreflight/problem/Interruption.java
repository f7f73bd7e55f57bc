package dev.dbpreflight.problem;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The wish from outside that a run ends now, as by Ctrl-C. Whatever waits for somebody else says
 * here how to break off its waiting.
 */
public final class Interruption {
  private final List<Runnable> actions = new CopyOnWriteArrayList<>();
  private volatile boolean requested;

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
