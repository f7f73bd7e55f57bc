package dev.dbpreflight.cli;

import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.problem.Interruption;
import dev.dbpreflight.problem.Problem;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/**
 * The process as the commands see it.
 *
 * @param out for reports and nothing else
 * @param err for problems and progress
 * @param pace of progress
 * @param secrets never written to {@code err}
 * @param interruption after which nothing is written any more but that it happened
 */
record Console(
    Output out,
    Output err,
    Map<String, String> environment,
    Terminal terminal,
    Pace pace,
    SecretArguments secrets,
    Interruption interruption) {

  /**
   * When people are told what a run is doing.
   *
   * @param patience how long nobody wonders
   */
  record Pace(InstantSource clock, Duration patience) {}

  Console hiding(SecretArguments arguments) {
    return new Console(out, err, environment, terminal, pace, arguments, interruption);
  }

  void report(String text) {
    if (interruption.requested()) {
      return;
    }
    out.print(text);
    out.flush();
  }

  void note(String text) {
    if (interruption.requested()) {
      return;
    }
    err.print(secrets.hiddenIn(text) + '\n');
    err.flush();
  }

  void problem(Problem problem, boolean withDetail) {
    if (!interruption.requested()) {
      lastWord(problem, withDetail);
    }
  }

  /** Also after an interruption: it is about that. */
  void lastWord(Problem problem, boolean withDetail) {
    err.print(secrets.hiddenIn(ProblemText.of(problem, withDetail)));
    err.flush();
  }

  /** A report that did not arrive must not look like one that did. */
  ExitCode delivery() {
    return out.loss()
        .map(
            reason -> {
              problem(
                  new Problem(
                      "cannot write all of the output: " + reason,
                      "stdout",
                      "what it was sent to is incomplete",
                      "make room there, or send it elsewhere"),
                  false);
              return ExitCode.USAGE;
            })
        .orElse(ExitCode.PASS);
  }
}
