package dev.dbpreflight.app;

import static java.util.stream.Collectors.joining;

import dev.dbpreflight.connect.Deadline;
import dev.dbpreflight.problem.Problem;
import dev.dbpreflight.problem.ProblemException;
import dev.dbpreflight.report.Release;
import dev.dbpreflight.report.Report;
import dev.dbpreflight.rules.RuleResult;
import dev.dbpreflight.rules.RuleResult.Status;
import dev.dbpreflight.rules.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Checks again and again until the verdict is pass or the time is over: other containers are still
 * starting the server, creating the database or migrating it.
 */
public final class WaitForPass {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final int IDS_SHOWN = 3;

  private final Progress progress;
  private final Pauses pauses;

  /**
   * @param progress is told of every attempt
   */
  public WaitForPass(Progress progress, Pauses pauses) {
    this.progress = progress;
    this.pauses = pauses;
  }

  /** How one attempt ended: with a report or with a problem. */
  private record Outcome(Report report, ProblemException problem) {

    static Outcome of(Supplier<Report> attempt) {
      try {
        return new Outcome(attempt.get(), null);
      } catch (ProblemException stopped) {
        return new Outcome(null, stopped);
      }
    }

    /** Another attempt is not wanted or would end in the same way. */
    boolean isFinal() {
      return problem == null
          ? report.judgement().verdict() == Verdict.PASS || !report.judgement().defects().isEmpty()
          : problem.isLasting();
    }

    String words() {
      return problem == null ? missing(report) : problem.problem().what();
    }
  }

  /**
   * What the last attempt found: the first one that passes, or the one at which the time was over.
   * The last one begins before the time is over, so that this takes no longer than the time and one
   * attempt.
   *
   * @param wait how long to go on beginning attempts
   * @throws ProblemException when the last attempt could not be made, at once when nothing but a
   *     person can mend that
   */
  public Report until(Duration wait, Supplier<Report> attempt) {
    Deadline deadline = Deadline.after(wait, pauses::nanoTime);
    Duration longest = FIRST_PAUSE;
    for (int number = 1; ; number++) {
      Outcome outcome = Outcome.of(attempt);
      String said = "attempt " + number + ": " + outcome.words();
      if (outcome.isFinal()) {
        progress.attempted(said);
        return end(outcome, number, deadline);
      }
      if (deadline.passed()) {
        progress.attempted(said + "; the time is over");
        return end(outcome, number, deadline);
      }
      Duration pause = jittered(longest, deadline);
      progress.attempted(said + "; next in " + Deadline.spoken(pause));
      if (!slept(pause)) {
        return end(outcome, number, deadline);
      }
      longest = shorter(longest.multipliedBy(2), LONGEST_PAUSE);
    }
  }

  /**
   * Half of the pause is left to chance: many containers that start together do not ask at once.
   */
  private Duration jittered(Duration longest, Deadline deadline) {
    Duration pause = Duration.ofNanos((long) (longest.toNanos() * (1 + pauses.chance()) / 2));
    return shorter(pause, deadline.remaining());
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private boolean slept(Duration pause) {
    try {
      pauses.pause(pause);
      return true;
    } catch (InterruptedException wanted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Report end(Outcome outcome, int attempts, Deadline deadline) {
    if (outcome.problem() == null) {
      return outcome.report();
    }
    if (attempts == 1) {
      throw outcome.problem();
    }
    ProblemException last = outcome.problem();
    Problem problem = last.problem();
    throw new ProblemException(
        last.exitCode(),
        new Problem(
            problem.what() + "; tried " + attempts + " times in " + spoken(deadline.elapsed()),
            problem.where(),
            problem.why(),
            problem.next(),
            problem.detail()),
        last,
        last.isLasting());
  }

  /** Tenths of a second say more than anybody asked. */
  private static String spoken(Duration elapsed) {
    return Deadline.spoken(
        elapsed.toSeconds() < 10 ? elapsed : Duration.ofSeconds(elapsed.toSeconds()));
  }

  private static String missing(Report report) {
    Verdict verdict = report.judgement().verdict();
    List<String> ids =
        report.judgement().results().stream()
            .filter(result -> speaksAgainst(result, report))
            .map(RuleResult::id)
            .toList();
    String first = ids.stream().limit(IDS_SHOWN).collect(joining(", "));
    String more = ids.size() > IDS_SHOWN ? " and " + (ids.size() - IDS_SHOWN) + " more" : "";
    return pending(report) + verdict.token() + (ids.isEmpty() ? "" : ": " + first + more);
  }

  private static String pending(Report report) {
    int pending =
        report.judgement().verdict() == Verdict.PASS
            ? 0
            : report.release().map(Release::pending).orElse(0);
    return pending == 0
        ? ""
        : pending + (pending == 1 ? " migration" : " migrations") + " pending; ";
  }

  private static boolean speaksAgainst(RuleResult result, Report report) {
    return switch (report.judgement().verdict()) {
      case PASS -> false;
      case FAIL ->
          result.status() == Status.FAIL && result.severity().compareTo(report.failOn()) >= 0;
      case INCONCLUSIVE -> result.required() && result.status() == Status.NOT_CHECKED;
    };
  }
}
