package dev.dbpreflight.snapshot;

import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.problem.Nearest;
import dev.dbpreflight.problem.Problem;
import dev.dbpreflight.problem.ProblemException;
import dev.dbpreflight.snapshot.Node.Place;
import java.util.Collection;
import java.util.List;

/**
 * The file that a snapshot is read from, as the user named it: it makes the complaints about the
 * file.
 */
record Source(String file) {
  static final String TAKE_AGAIN = "take the snapshot again with: dbpreflight snapshot";
  private static final String WHY =
      "without this snapshot nobody knows the expected schema, so nothing was compared";

  /** Something about the whole file. */
  ProblemException problem(String what, String next) {
    return problem(file, what, next, "", null);
  }

  /** The same, with what the operating system said. */
  ProblemException problem(String what, String next, String detail, Exception cause) {
    return problem(file, what, next, detail, cause);
  }

  /** Something at one place. */
  ProblemException problem(Place place, String what, String next) {
    return problem(place, what, next, "", null);
  }

  ProblemException problem(Place place, String what, String next, String detail, Exception cause) {
    String where = file + ":" + place.line() + ":" + place.column();
    return problem(where, what, next, detail, cause);
  }

  private ProblemException problem(
      String where, String what, String next, String detail, Exception cause) {
    String whole = "cannot read the snapshot \"" + file + "\": " + what;
    Problem problem = new Problem(whole, where, WHY, next, detail);
    return new ProblemException(ExitCode.USAGE, problem, cause);
  }

  /** What to write instead of an unknown name. */
  static String instead(String unknown, Collection<String> known) {
    List<String> nearest = Nearest.to(unknown, known);
    List<String> offered = nearest.isEmpty() ? List.copyOf(known) : nearest;
    return offered.isEmpty() ? "remove it" : "write " + alternatives(offered) + " instead";
  }

  /** "a", "b" or "c". */
  static String alternatives(List<String> names) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      out.append(i == 0 ? "\"" : i == names.size() - 1 ? " or \"" : ", \"");
      out.append(names.get(i)).append('"');
    }
    return out.toString();
  }
}
