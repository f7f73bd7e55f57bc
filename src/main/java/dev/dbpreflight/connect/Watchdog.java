package dev.dbpreflight.connect;

import java.time.Duration;

/**
 * Breaks off what still runs when the deadline has passed. A read timeout alone would not: a server
 * that sends a byte now and then never lets one run out.
 */
final class Watchdog implements AutoCloseable {
  /** Repeated, because a break between two statements would not reach the second. */
  private static final Duration PAUSE = Duration.ofMillis(100);

  /** Whoever still runs so long after the first break cannot end. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  /** When less than this part of it is left. */
  private static final int FULL = 16;

  private final Thread thread;
  private volatile boolean barked;

  private Watchdog(Duration delay, Runnable breakOff, Runnable lastResort) {
    thread =
        Thread.ofPlatform()
            .daemon()
            .name("deadline")
            .unstarted(() -> watch(delay, breakOff, lastResort));
  }

  /** Runs the action after the delay and again and again, on its own thread, until closed. */
  static Watchdog after(Duration delay, Runnable breakOff) {
    return after(delay, breakOff, () -> {});
  }

  /**
   * Runs the action after the delay and again and again, on its own thread, until closed.
   *
   * @param lastResort run as well when the action has been in vain for half a second, and at once
   *     where the memory is full
   */
  static Watchdog after(Duration delay, Runnable breakOff, Runnable lastResort) {
    Watchdog watchdog = new Watchdog(delay, breakOff, lastResort);
    watchdog.thread.start();
    return watchdog;
  }

  private void watch(Duration delay, Runnable breakOff, Runnable lastResort) {
    // By the clock: where the memory is full, each pause can take seconds.
    long end = System.nanoTime() + delay.plus(PATIENCE).toNanos();
    try {
      Thread.sleep(delay);
      barked = true;
      while (true) {
        if (System.nanoTime() - end > 0 || memoryIsFull()) {
          tryTo(lastResort);
        }
        tryTo(breakOff);
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      // Closed.
    }
  }

  /** Then whoever is told to end looks for room first, again and again. */
  private static boolean memoryIsFull() {
    Runtime runtime = Runtime.getRuntime();
    long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    return free < runtime.maxMemory() / FULL;
  }

  private static void tryTo(Runnable breakOff) {
    try {
      breakOff.run();
    } catch (OutOfMemoryError e) {
      // The time may be over because the memory is: there is more of it in a moment.
    }
  }

  /** Whether the action has run. */
  boolean barked() {
    return barked;
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
