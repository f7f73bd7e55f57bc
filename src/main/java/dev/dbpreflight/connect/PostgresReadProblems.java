package dev.dbpreflight.connect;

import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.problem.Problem;
import dev.dbpreflight.problem.ProblemException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns what goes wrong while a server is being asked into a cause and a next step. */
final class PostgresReadProblems {
  private static final String WHY = "what could not be read was not checked";

  /** How the server's insides tell that an object is gone; never translated. */
  private static final Pattern GONE =
      Pattern.compile("\\bOID\\b|^cache lookup|^could not find tuple");

  private static final String CHANGING = "the schema is changing, what was being read is gone";

  private final PostgresUrl url;
  private final Deadline deadline;
  private final PostgresProblems texts;

  PostgresReadProblems(PostgresUrl url, Deadline deadline, PostgresProblems texts) {
    this.url = url;
    this.deadline = deadline;
    this.texts = texts;
  }

  /** Whether the session is of no more use: the connection is gone, or no longer in step. */
  static boolean breaksSession(SQLException thrown) {
    String state = "" + thrown.getSQLState();
    return state.startsWith("08")
        || state.equals("99999")
        || state.startsWith("57P")
        || state.equals("25P03");
  }

  static boolean isTimeout(SQLException thrown) {
    return "57014".equals(thrown.getSQLState());
  }

  static boolean isLockTimeout(SQLException thrown) {
    return "55P03".equals(thrown.getSQLState());
  }

  /**
   * "could not open relation with OID …", "cache lookup failed for …" have no state of their own.
   */
  static boolean isDroppedMeanwhile(SQLException thrown) {
    return "XX000".equals(thrown.getSQLState());
  }

  /** Where not even that can be told any more what was being read. */
  ProblemException outOfTime() {
    return timeRanOut("the server's answers", null);
  }

  ProblemException timeRanOut(String purpose, Throwable thrown) {
    return problem(
        "cannot read "
            + purpose
            + ": time ran out after "
            + Deadline.spoken(deadline.limit())
            + ", waiting for the server's answer",
        "raise --timeout, or run this when the server is less busy",
        thrown);
  }

  /** Nobody reads it: whoever interrupts knows. It ends what would otherwise go on. */
  ProblemException interrupted(String purpose) {
    return new ProblemException(
        ExitCode.INTERRUPTED,
        new Problem(
            "cannot read " + purpose + ": the run was interrupted",
            url.place(),
            WHY,
            "run this again"));
  }

  ProblemException limitPassed(String purpose, Duration limit, SQLException thrown) {
    return problem(
        "cannot read " + purpose + ": its time ran out after " + Deadline.spoken(limit),
        "give it more time, or make it quicker: usually an index is missing",
        thrown);
  }

  ProblemException locked(String purpose, Optional<String> holder, SQLException thrown) {
    return problem(
        "cannot read "
            + purpose
            + ": waited in vain for a lock"
            + holder.map(text -> ", held by " + text).orElse(""),
        "wait until that transaction ends, usually a migration, then run this again",
        thrown);
  }

  /**
   * @param role whose rights hold, as SQL writes it
   */
  ProblemException reading(String purpose, String role, SQLException thrown) {
    String text = texts.firstLine(thrown);
    return switch ("" + thrown.getSQLState()) {
      case "57014" ->
          problem(
              "cannot read " + purpose + ": somebody cancelled the query",
              "run this again",
              thrown);
      case "42501" ->
          problem(
              "cannot read " + purpose + ": " + text,
              "GRANT what is missing TO " + role + "; usually SELECT or USAGE",
              thrown);
      case "XX000" ->
          problem(
              "cannot read " + purpose + ": " + (GONE.matcher(text).find() ? CHANGING : text),
              "run this again when no other session drops objects; if it is always the same, read"
                  + " the server's log",
              thrown);
      default ->
          problem(
              "cannot read " + purpose + ": " + text,
              blamesQuery(thrown)
                  ? "correct the query, run this again"
                  : "read the server's log, run this again",
              thrown);
    };
  }

  /** Classes of states: syntax and names, data, features, read-only transactions, their end. */
  private static boolean blamesQuery(SQLException thrown) {
    return ("" + thrown.getSQLState()).matches("(42|22|21|0A|25|2D).*");
  }

  ProblemException dropped(String purpose, SQLException thrown) {
    if (PostgresProblems.isGarbled(thrown) || "08P01".equals(thrown.getSQLState())) {
      return problem(
          "cannot read " + purpose + ": the answers of the server break the protocol",
          "make sure that the port is a PostgreSQL server's or a pooler's, run this again",
          thrown);
    }
    return problem(
        "cannot read " + purpose + ": the server or the network ended the connection",
        "see in the server's log whether it restarted or somebody ended the session; run this"
            + " again",
        thrown);
  }

  private ProblemException problem(String what, String next, Throwable thrown) {
    return new ProblemException(
        ExitCode.INCONCLUSIVE,
        new Problem(what, url.place(), WHY, next, texts.detail(thrown)),
        texts.clean(thrown));
  }
}
