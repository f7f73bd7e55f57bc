package dev.dbpreflight.checks;

import static java.util.stream.Collectors.joining;

import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.problem.Problem;
import dev.dbpreflight.problem.ProblemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with one check file: collected, so that a user sees all of it at once. */
final class Mistakes {
  private static final int MOST = 100;
  private static final int SHOWN = 10;
  private static final String WHY = "it says what to check, so nothing was checked";

  private final String file;
  private final List<Mistake> found = new ArrayList<>();

  private record Mistake(int line, String what, String next) {}

  /**
   * @param file as the user wrote it
   */
  Mistakes(String file) {
    this.file = file;
  }

  String file() {
    return file;
  }

  /** "checks/shop.yaml:12". */
  String at(int line) {
    return file + ":" + line;
  }

  /** Goes on unless there are very many. */
  void add(int line, String what, String next) {
    found.add(new Mistake(line, what, next));
    if (found.size() >= MOST) {
      throwIfAny();
    }
  }

  /** One after which nothing more can be read. */
  ProblemException fatal(int line, String what, String next) {
    found.add(new Mistake(line, what, next));
    return problem();
  }

  int count() {
    return found.size();
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw problem();
    }
  }

  private ProblemException problem() {
    List<Mistake> inOrder =
        found.stream().distinct().sorted(Comparator.comparingInt(Mistake::line)).toList();
    Mistake first = inOrder.get(0);
    String where = first.line() == 0 ? file : at(first.line());
    return new ProblemException(
        ExitCode.USAGE,
        inOrder.size() == 1
            ? new Problem("cannot use the check file: " + first.what(), where, WHY, first.next())
            : new Problem(several(inOrder), where, WHY, "correct these lines, the first first"));
  }

  private static String several(List<Mistake> mistakes) {
    String shown =
        mistakes.stream()
            .limit(SHOWN)
            .map(one -> "line %d: %s (%s)".formatted(one.line(), one.what(), one.next()))
            .collect(joining("; "));
    int more = mistakes.size() - SHOWN;
    return "cannot use the check file, it has %d mistakes: ".formatted(mistakes.size())
        + shown
        + (more > 0 ? "; and " + more + " more" : "");
  }
}
