package dev.dbpreflight.connect;

import java.time.Duration;

/**
 * Breaks off what still runs when the deadline has passed. A read timeout alone would not: a server
 * that sends a byte now and then never lets one run out.
 */
final class Watchdog implements AutoCloseable {
  /** Repeated, because a break between two statements would not reach the second. */
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Thread thread;
  private volatile boolean barked;

  private Watchdog(Duration delay, Runnable breakOff) {
    thread = Thread.ofPlatform().daemon().name("deadline").unstarted(() -> watch(delay, breakOff));
  }

  /** Runs the action after the delay and again and again, on its own thread, until closed. */
  static Watchdog after(Duration delay, Runnable breakOff) {
    Watchdog watchdog = new Watchdog(delay, breakOff);
    watchdog.thread.start();
    return watchdog;
  }

  private void watch(Duration delay, Runnable breakOff) {
    try {
      Thread.sleep(delay);
      barked = true;
      while (true) {
        tryTo(breakOff);
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      // Closed.
    }
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
