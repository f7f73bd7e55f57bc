package dev.dbpreflight.cli;

import dev.dbpreflight.problem.Problem;
import dev.dbpreflight.report.SafeText;

/** A problem as it is printed: the first line is enough in a log, the others say what to do. */
final class ProblemText {
  private ProblemText() {}

  static String of(Problem problem, boolean withDetail) {
    StringBuilder text = new StringBuilder();
    text.append("error: ").append(SafeText.line(problem.what())).append('\n');
    part(text, "where:", problem.where());
    part(text, "why:", problem.why());
    part(text, "next:", problem.next());
    if (withDetail && !problem.detail().isEmpty()) {
      part(text, "detail:", problem.detail());
    }
    return text.toString();
  }

  private static void part(StringBuilder text, String label, String value) {
    text.append("  ").append(label).append(" ".repeat(Math.max(1, 8 - label.length())));
    text.append(SafeText.line(value)).append('\n');
  }
}
