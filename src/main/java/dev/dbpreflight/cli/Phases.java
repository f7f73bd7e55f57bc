package dev.dbpreflight.cli;

import dev.dbpreflight.app.Progress;
import dev.dbpreflight.report.SafeText;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Tells on stderr what a run is doing once it takes longer than people wait without wondering. With
 * {@code -v} every phase is told at once.
 */
final class Phases implements Progress, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Console console;
  private final boolean verbose;
  private final long start = System.nanoTime();
  private ScheduledExecutorService timer;
  private ScheduledFuture<?> pending;
  private boolean told;
  private String phase = "";

  Phases(Console console, boolean verbose) {
    this.console = console;
    this.verbose = verbose;
  }

  @Override
  public synchronized void begins(String name, String detail) {
    phase = detail.isEmpty() ? name : name + " " + SafeText.line(detail);
    if (verbose || told) {
      tell();
    } else if (pending == null) {
      timer =
          Executors.newSingleThreadScheduledExecutor(
              task -> {
                Thread thread = new Thread(task, "progress");
                thread.setDaemon(true);
                return thread;
              });
      pending = timer.schedule(this::late, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private synchronized void late() {
    told = true;
    tell();
  }

  private void tell() {
    long millis = (System.nanoTime() - start) / 1_000_000;
    console.note("[%3d.%01d s] %s".formatted(millis / 1000, millis % 1000 / 100, phase));
  }

  @Override
  public synchronized void close() {
    if (timer != null) {
      timer.shutdownNow();
    }
  }
}
