package dev.dbpreflight.cli;

import dev.dbpreflight.problem.Problem;
import java.io.PrintStream;
import java.util.Map;

/**
 * The process as the commands see it.
 *
 * @param out for reports and nothing else
 * @param err for problems and progress
 */
record Console(
    PrintStream out, PrintStream err, Map<String, String> environment, Terminal terminal) {

  void report(String text) {
    out.print(text);
    out.flush();
  }

  void note(String text) {
    err.println(text);
    err.flush();
  }

  void problem(Problem problem, boolean withDetail) {
    err.print(ProblemText.of(problem, withDetail));
    err.flush();
  }
}
