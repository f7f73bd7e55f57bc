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
  private static final int LONGEST_SHOWN = 100;
  private static final int MOST_LISTED = 8;
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
    return problem(file + ":" + place.line() + ":" + place.column(), what, next, "", null);
  }

  private ProblemException problem(
      String where, String what, String next, String detail, Exception cause) {
    String whole = "cannot read the snapshot \"" + file + "\": " + what;
    Problem problem = new Problem(whole, where, WHY, next, detail);
    return new ProblemException(ExitCode.USAGE, problem, cause);
  }

  /** What to write instead of an unknown name. */
  static String instead(String unknown, Collection<String> known) {
    List<String> nearest =
        unknown.length() > LONGEST_SHOWN ? List.of() : Nearest.to(unknown, known);
    if (nearest.isEmpty() && known.size() <= MOST_LISTED) {
      nearest = List.copyOf(known);
    }
    return nearest.isEmpty() ? "remove it" : "write " + alternatives(nearest) + " instead";
  }

  /** "a", "b" or "c". */
  static String alternatives(List<String> names) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      out.append(i == 0 ? "" : i == names.size() - 1 ? " or " : ", ").append(quoted(names.get(i)));
    }
    return out.toString();
  }

  /** A name from the file, which can hold anything, in quotes and not too long. */
  static String quoted(String name) {
    boolean fits = name.length() <= LONGEST_SHOWN;
    StringBuilder out = new StringBuilder();
    Escapes.append(out, fits ? name : name.substring(0, LONGEST_SHOWN - 1) + "…");
    return out.toString();
  }
}
