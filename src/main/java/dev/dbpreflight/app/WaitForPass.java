package dev.dbpreflight.app;

import static java.util.stream.Collectors.joining;

import dev.dbpreflight.connect.Attempts;
import dev.dbpreflight.connect.Deadline;
import dev.dbpreflight.connect.Pauses;
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
  private static final int IDS_SHOWN = 3;

  private final Progress progress;
  private final Pauses pauses;

  /**
   * @param progress is told of every attempt
   */
  public WaitForPass(Progress progress) {
    this(progress, Pauses.REAL);
  }

  WaitForPass(Progress progress, Pauses pauses) {
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
    Attempts attempts = new Attempts(wait, pauses);
    while (true) {
      Outcome outcome = Outcome.of(attempt);
      String said = "attempt " + attempts.number() + ": " + outcome.words();
      if (outcome.isFinal()) {
        progress.attempted(said);
        return end(outcome, attempts);
      }
      if (attempts.over()) {
        progress.attempted(said + "; the time is over");
        return end(outcome, attempts);
      }
      Duration pause = attempts.pause();
      progress.attempted(said + "; next in " + Deadline.spoken(pause));
      if (!attempts.begunAfter(pause)) {
        return end(outcome, attempts);
      }
    }
  }

  private static Report end(Outcome outcome, Attempts attempts) {
    if (outcome.problem() != null) {
      throw attempts.counted(outcome.problem());
    }
    return outcome.report();
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
