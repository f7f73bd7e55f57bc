package dev.dbpreflight.cli;

import dev.dbpreflight.app.Progress;
import dev.dbpreflight.problem.Problem;
import dev.dbpreflight.report.SafeText;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Tells on stderr what a run is doing once it takes longer than people wait without wondering; a
 * log file is told everything at once.
 */
final class Phases implements Progress, AutoCloseable {
  private final Console console;
  private final Loudness loudness;
  private final Optional<LogFile> log;
  private final Instant start;
  private ScheduledExecutorService timer;
  private boolean late;
  private boolean closed;
  private boolean waiting;
  private String last = "";
  private final Set<String> remarks = new HashSet<>();

  /** How much stderr is told. */
  enum Loudness {
    QUIET,
    WHEN_SLOW,
    EVERYTHING
  }

  Phases(Console console, Loudness loudness, Optional<Path> logFile) {
    this.console = console;
    this.loudness = loudness;
    this.log = logFile.map(LogFile::open);
    this.start = console.pace().clock().instant();
  }

  @Override
  public synchronized void begins(String name, String detail) {
    last = stamped(detail.isEmpty() ? name : name + " " + SafeText.line(detail));
    keep(last);
    switch (loudness) {
      case QUIET -> {}
      case EVERYTHING -> console.note(last);
      case WHEN_SLOW -> {
        if (late && !waiting) {
          console.note(last);
        } else if (timer == null) {
          wakeLater();
        }
      }
    }
  }

  @Override
  public synchronized void remarks(String text) {
    if (!remarks.add(text)) {
      return;
    }
    String remark = "note: " + SafeText.line(text);
    keep(stamped(remark));
    if (loudness != Loudness.QUIET) {
      console.note(remark);
    }
  }

  /** Whoever is told of every attempt does not want the phases of each. */
  @Override
  public synchronized void attempted(String text) {
    waiting = true;
    retries(text);
  }

  @Override
  public synchronized void retries(String text) {
    String attempt = stamped(SafeText.line(text));
    keep(attempt);
    if (loudness != Loudness.QUIET) {
      console.note(attempt);
    }
  }

  /** The command line tells problems to people; here one only goes to the log. */
  synchronized void endsWith(Problem problem) {
    keep(stamped("error: " + SafeText.line(problem.what())));
  }

  private void keep(String line) {
    log.ifPresent(file -> file.add(console.secrets().hiddenIn(line)));
  }

  private void wakeLater() {
    timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "progress");
              thread.setDaemon(true);
              return thread;
            });
    timer.schedule(this::wake, console.pace().patience().toMillis(), TimeUnit.MILLISECONDS);
  }

  private synchronized void wake() {
    late = true;
    if (!closed && !waiting) {
      console.note(last);
    }
  }

  private String stamped(String text) {
    Instant now = console.pace().clock().instant();
    long millis = Math.max(0, Duration.between(start, now).toMillis());
    return "%s +%d.%ds %s"
        .formatted(now.truncatedTo(ChronoUnit.SECONDS), millis / 1000, millis % 1000 / 100, text);
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (timer != null) {
      timer.shutdownNow();
    }
    log.ifPresent(LogFile::close);
  }
}
