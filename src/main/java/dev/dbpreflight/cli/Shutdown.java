package dev.dbpreflight.cli;

import dev.dbpreflight.problem.Interruption;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * Gives a run that a signal ends (SIGINT, SIGTERM, SIGHUP) the time to leave nothing behind: no
 * query on a server, no half-written file, no progress line. Java itself then exits with 128 and
 * the number of the signal.
 */
final class Shutdown {
  /** Longer than a cancel request to a server may take. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Interruption interruption;
  private final Thread worker = Thread.currentThread();
  private final CountDownLatch ended = new CountDownLatch(1);

  private Shutdown(Interruption interruption) {
    this.interruption = interruption;
  }

  /** Runs on this thread, under the protection of a shutdown hook. */
  static int guard(Interruption interruption, IntSupplier run) {
    Shutdown shutdown = new Shutdown(interruption);
    Runtime.getRuntime().addShutdownHook(new Thread(shutdown::end, "shutdown"));
    try {
      return run.getAsInt();
    } finally {
      shutdown.ended.countDown();
    }
  }

  private void end() {
    if (ended.getCount() == 0) {
      return;
    }
    interruption.request();
    worker.interrupt();
    try {
      ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }
}
