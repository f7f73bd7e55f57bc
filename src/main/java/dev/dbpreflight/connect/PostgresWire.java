package dev.dbpreflight.connect;

import dev.dbpreflight.connect.Session.Traffic;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/** Sends texts over one connection and counts what that costs. */
final class PostgresWire {
  private final Connection connection;
  private final Deadline deadline;
  private final Duration grace;
  private int statements;
  private int roundTrips;

  /**
   * @param grace how much longer than the deadline to wait for bytes, so that the server can say
   *     itself that the time is over
   */
  PostgresWire(Connection connection, Deadline deadline, Duration grace) {
    this.connection = connection;
    this.deadline = deadline;
    this.grace = grace;
  }

  Statement statement() throws SQLException {
    Statement statement = connection.createStatement();
    // Braces and question marks are the server's, not JDBC's.
    statement.setEscapeProcessing(false);
    return statement;
  }

  /** All texts in one round trip; true when the first of them gives rows. */
  boolean execute(Statement statement, List<String> texts) throws SQLException {
    connection.setNetworkTimeout(Runnable::run, Deadline.millis(deadline.remaining().plus(grace)));
    statements += texts.size();
    roundTrips++;
    // A line break before the semicolon: the text may end in a comment.
    String text =
        texts.stream()
            .map(each -> each.strip().replaceFirst(";+$", ""))
            .collect(Collectors.joining("\n;"));
    try {
      return statement.execute(text);
    } catch (SQLException e) {
      if (e.getCause() instanceof OutOfMemoryError tooMuch) {
        throw tooMuch;
      }
      throw e;
    } catch (RuntimeException | AssertionError e) {
      throw nonsense(e); // The driver trusts the server's numbers.
    }
  }

  /** What came is no answer that the driver can make sense of. */
  static SQLException nonsense(Throwable cause) {
    return new SQLException("its answers break the protocol", "08P01", cause);
  }

  /** Passes over what gives no rows: settings and savepoints. Earlier rows stay readable. */
  static ResultSet nextRows(Statement statement, boolean rows) throws SQLException {
    boolean found = rows;
    while (!found) {
      if (statement.getUpdateCount() < 0) {
        throw nonsense(null);
      }
      found = statement.getMoreResults(Statement.KEEP_CURRENT_RESULT);
    }
    return statement.getResultSet();
  }

  /**
   * Ends what runs at the server, and hangs up: it would notice that nobody listens any more only
   * when it has an answer.
   */
  void cancel() {
    try {
      Bounded.call(PostgresProperties.CANCEL_LIMIT, this::cancelQuery, cancelled -> {});
    } catch (Exception e) {
      // All that can still be done is to hang up.
    }
    abort();
  }

  private boolean cancelQuery() throws SQLException {
    connection.unwrap(PGConnection.class).cancelQuery();
    return true;
  }

  /** Hangs up, whatever another thread is waiting for. */
  void abort() {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      // Then it is closed already, and nobody waits for it any more.
    }
  }

  /**
   * Whether the client was told, when it connected, of another process of the server than this one.
   */
  boolean isToldOfAnother(long process) throws SQLException {
    int told = connection.unwrap(PGConnection.class).getBackendPID();
    // Zero: nobody told the client anything, as is the way of some who only speak the protocol.
    return told != 0 && told != process;
  }

  Traffic traffic() {
    return new Traffic(statements, roundTrips);
  }
}
