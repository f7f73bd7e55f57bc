package dev.dbpreflight.connect;

import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.problem.Problem;
import dev.dbpreflight.problem.ProblemException;

/**
 * Says why a database URL, or what completes it, cannot be used. It never repeats the URL, because
 * a URL that cannot be taken apart may have its password anywhere.
 *
 * @param source what the text was given by
 */
record Refusal(String source) {
  static final String FORMS =
      "postgresql://user@host:5432/database, jdbc:postgresql://host/database, \"host=… dbname=…\","
          + " sqlite:///relative.db, sqlite:////absolute.db, jdbc:sqlite:file.db or a plain path";

  ProblemException because(String reason, String next) {
    return of("cannot read the database URL: " + reason, "the URL from " + source, next);
  }

  static ProblemException of(String what, String where, String next) {
    return new ProblemException(
        ExitCode.USAGE,
        new Problem(what, where, "without a database there is nothing to check", next));
  }
}
