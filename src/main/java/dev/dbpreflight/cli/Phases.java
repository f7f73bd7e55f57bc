package dev.dbpreflight.cli;

import dev.dbpreflight.app.Progress;
import dev.dbpreflight.problem.Interruption;
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
 * Tells on stderr what a run is doing once it takes longer than people wait without wondering: on a
 * terminal in one line that changes, elsewhere in lines with time stamps. A log file is told
 * everything at once.
 */
final class Phases implements Progress, AutoCloseable {
  private static final long TICK_MILLIS = 200;

  private final Console console;
  private final Loudness loudness;
  private final Optional<LogFile> log;
  private final Optional<LiveLine> live;
  private final Interruption.Watch interruption;
  private final Instant start;
  private ScheduledExecutorService timer;
  private boolean late;
  private boolean closed;
  private boolean waiting;
  private String phase = "starting";
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
    Terminal terminal = console.terminal();
    this.live =
        terminal.rewrites()
            ? Optional.of(new LiveLine(console.err(), terminal.width()))
            : Optional.empty();
    this.interruption = console.interruption().during(this::interrupted);
  }

  @Override
  public synchronized void begins(String name, String detail) {
    phase = detail.isEmpty() ? name : name + " " + SafeText.line(detail);
    last = stamped(phase);
    keep(last);
    switch (loudness) {
      case QUIET -> {}
      case EVERYTHING -> console.note(last);
      case WHEN_SLOW -> {
        if (late) {
          show();
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
    say(remark);
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
    say(attempt);
  }

  /** The command line tells problems to people; here one only goes to the log. */
  synchronized void endsWith(Problem problem) {
    keep(stamped("error: " + SafeText.line(problem.what())));
  }

  /** On the thread of whoever interrupts: from here on nothing is told. */
  private synchronized void interrupted() {
    stop();
    Problem problem =
        new Problem(
            "interrupted while " + phase,
            "Ctrl-C, or a signal to this process",
            "the run did not end, so nothing can be said about the target",
            "run it again; a run that takes too long ends by itself with --timeout");
    console.lastWord(problem, false);
    endsWith(problem);
  }

  private void keep(String line) {
    log.ifPresent(file -> file.add(console.secrets().hiddenIn(line)));
  }

  private void say(String line) {
    if (loudness != Loudness.QUIET) {
      live.ifPresent(LiveLine::erase);
      console.note(line);
    }
  }

  private void wakeLater() {
    timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "progress");
              thread.setDaemon(true);
              return thread;
            });
    long patience = console.pace().patience().toMillis();
    if (live.isPresent()) {
      timer.scheduleWithFixedDelay(this::wake, patience, TICK_MILLIS, TimeUnit.MILLISECONDS);
    } else {
      timer.schedule(this::wake, patience, TimeUnit.MILLISECONDS);
    }
  }

  private synchronized void wake() {
    late = true;
    if (!closed) {
      show();
    }
  }

  private void show() {
    if (waiting || console.interruption().requested()) {
      return;
    }
    if (live.isPresent()) {
      live.get().show(console.secrets().hiddenIn(elapsed() + " " + phase));
    } else {
      console.note(last);
    }
  }

  private String stamped(String text) {
    Instant now = console.pace().clock().instant();
    return "%s +%s %s".formatted(now.truncatedTo(ChronoUnit.SECONDS), elapsed(), text);
  }

  private String elapsed() {
    Instant now = console.pace().clock().instant();
    long millis = Math.max(0, Duration.between(start, now).toMillis());
    return "%d.%ds".formatted(millis / 1000, millis % 1000 / 100);
  }

  private void stop() {
    closed = true;
    if (timer != null) {
      timer.shutdownNow();
    }
    live.ifPresent(LiveLine::erase);
  }

  @Override
  public synchronized void close() {
    interruption.close();
    stop();
    log.ifPresent(LogFile::close);
  }
}
