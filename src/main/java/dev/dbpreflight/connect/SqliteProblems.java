package dev.dbpreflight.connect;

import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.problem.Problem;
import dev.dbpreflight.problem.ProblemException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.NativeLibraryNotFoundException;

/** Turns what goes wrong with a database file into a cause and a next step. */
final class SqliteProblems {
  private static final String WHY = "what could not be read was not checked";
  private static final int BUSY = 5;
  private static final int LOCKED = 6;
  private static final int READ_ONLY = 8;
  private static final int INTERRUPTED = 9;
  private static final int READ_ERROR = 10;
  private static final int CORRUPT = 11;
  private static final int CANNOT_OPEN = 14;
  private static final int NOT_A_DATABASE = 26;

  private final SqliteUrl url;
  private final Deadline deadline;

  SqliteProblems(SqliteUrl url, Deadline deadline) {
    this.url = url;
    this.deadline = deadline;
  }

  /** Whether SQLite wants to undo a half-done transaction first, which it may not in place. */
  static boolean needsRepair(SQLException thrown) {
    return code(thrown) == READ_ONLY;
  }

  /** SQLite's primary result code: the extended ones have more bits. */
  private static int code(SQLException thrown) {
    return thrown.getErrorCode() & 0xff;
  }

  private String name() {
    return "\"" + url.masked() + "\"";
  }

  ProblemException notAFile(String reason, String next) {
    return lasting("cannot open " + name() + ": " + reason, next, null);
  }

  ProblemException unreadable(IOException thrown) {
    return thrown instanceof AccessDeniedException
        ? lasting(
            "cannot open " + name() + ": permission denied",
            "make the file readable for this user: chmod u+r, and u+x on its folders",
            thrown)
        : problem(
            "cannot open " + name() + ": the system cannot read it",
            "check the path and the disk",
            thrown);
  }

  ProblemException opening(SQLException thrown) {
    if (thrown.getCause() instanceof NativeLibraryNotFoundException) {
      return lasting(
          "cannot open "
              + name()
              + ": the library of SQLite cannot be loaded from the folder for temporary files",
          "name a folder that programs may be run from:"
              + " JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=FOLDER",
          thrown);
    }
    return sqlite("open " + name(), thrown);
  }

  ProblemException reading(String purpose, SQLException thrown) {
    return sqlite("read " + purpose + " from " + name(), thrown);
  }

  private ProblemException sqlite(String action, SQLException thrown) {
    String cannot = "cannot " + action + ": ";
    return switch (code(thrown)) {
      case BUSY, LOCKED -> locked();
      case INTERRUPTED -> timeRanOut("the file");
      case NOT_A_DATABASE ->
          lasting(
              cannot + "it is not an SQLite database, or it is encrypted",
              "give the path of a plain SQLite file; for an encrypted one, a decrypted copy",
              thrown);
      case CORRUPT ->
          problem(
              cannot + "the file is damaged or cut short",
              "restore it from a backup; to see the damage: sqlite3 FILE 'PRAGMA integrity_check'",
              thrown);
      case CANNOT_OPEN ->
          problem(
              cannot + "SQLite cannot open it or a file beside it",
              "check the rights on the file and on the files -wal and -shm beside it",
              thrown);
      case READ_ERROR ->
          problem(cannot + "the disk reports an error", "check the disk or network share", thrown);
      default ->
          problem(
              cannot + text(thrown),
              "make sure that this file works with the application and its SQLite version",
              thrown);
    };
  }

  ProblemException locked() {
    String holder = FileLocks.holder(url.file()).map(text -> " (" + text + ")").orElse("");
    return problem(
        "cannot read "
            + name()
            + ": another process"
            + holder
            + " has it locked; waited "
            + Deadline.spoken(deadline.elapsed()),
        "wait until that process is done, or stop it; raise --timeout to wait longer",
        null);
  }

  ProblemException timeRanOut(String purpose) {
    return problem(
        "cannot read "
            + purpose
            + " from "
            + name()
            + ": time ran out after "
            + Deadline.spoken(deadline.limit()),
        "raise --timeout",
        null);
  }

  /** Nobody reads it: whoever interrupts knows. It ends what would otherwise go on. */
  ProblemException interrupted(String purpose) {
    return new ProblemException(
        ExitCode.INTERRUPTED,
        new Problem(
            "cannot read " + purpose + " from " + name() + ": the run was interrupted",
            url.place(),
            WHY,
            "run this again"));
  }

  ProblemException limitPassed(String purpose, Duration limit) {
    return problem(
        "cannot read " + purpose + ": its time ran out after " + Deadline.spoken(limit),
        "give it more time, or make it quicker: usually an index is missing",
        null);
  }

  ProblemException changing() {
    return problem(
        "cannot read " + name() + ": it was changed while it was being read",
        "run this again; usually an application has just been started on it",
        null);
  }

  ProblemException noCopy(IOException thrown) {
    return problem(
        "cannot make a private copy of " + name() + ", which a crash left half written",
        "let the application open it once, or make room in the folder for temporary files",
        thrown);
  }

  private ProblemException problem(String what, String next, Exception thrown) {
    return problem(what, next, thrown, false);
  }

  /** Another attempt will end in the same way until somebody has done something. */
  private ProblemException lasting(String what, String next, Exception thrown) {
    return problem(what, next, thrown, true);
  }

  private ProblemException problem(String what, String next, Exception thrown, boolean lasting) {
    String detail = thrown == null ? "" : "" + thrown.getMessage();
    Problem problem = new Problem(what, url.place(), WHY, next, detail);
    return new ProblemException(ExitCode.INCONCLUSIVE, problem, thrown, lasting);
  }

  /** The library's sentence without the constant's name and the outer parentheses around it. */
  private static String text(SQLException thrown) {
    String message = "" + thrown.getMessage();
    return message.replaceFirst("(?s)^\\[SQLITE_[A-Z_]+\\][^(]*\\((.*)\\)$", "$1");
  }
}
