package dev.dbpreflight.connect;

import dev.dbpreflight.connect.Session.Traffic;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Sends texts over one connection and counts what that costs. */
final class PostgresWire {
  /**
   * How much longer than the deadline to wait for bytes, so that the server can say itself that the
   * time is over.
   */
  static final Duration GRACE = Duration.ofMillis(500);

  private final Connection connection;
  private final Deadline deadline;
  private int statements;
  private int roundTrips;

  PostgresWire(Connection connection, Deadline deadline) {
    this.connection = connection;
    this.deadline = deadline;
  }

  /**
   * Begins the transaction, sets what must be set, learns about the server: one round trip.
   *
   * @param snapshot the exported one to look at; empty for one of its own
   */
  ServerFacts begin(String snapshot) throws SQLException {
    List<ServerFacts> facts = List.of();
    try (Statement statement = statement()) {
      boolean rows = execute(statement, PostgresSettings.opening(deadline.remaining(), snapshot));
      for (int results = 1; results <= PostgresSettings.OPENING_RESULTS; results++) {
        ResultSet answer = nextRows(statement, rows);
        if (results == PostgresSettings.OPENING_RESULTS) {
          facts = ResultRow.readAll(answer, ServerFacts.QUERY);
        }
        rows = statement.getMoreResults();
      }
    }
    return facts.getFirst();
  }

  Statement statement() throws SQLException {
    Statement statement = connection.createStatement();
    // Braces and question marks are the server's, not JDBC's.
    statement.setEscapeProcessing(false);
    return statement;
  }

  /** All texts in one round trip; true when the first of them gives rows. */
  boolean execute(Statement statement, List<String> texts) throws SQLException {
    // A line break before the semicolon: the text may end in a comment.
    String text = texts.stream().map(PostgresWire::withoutEnd).collect(Collectors.joining("\n;"));
    count(texts.size());
    return driven(() -> statement.execute(text));
  }

  /**
   * All rows of a query, each read as soon as it comes; none is kept. Two round trips: the server
   * is first asked what the columns are, which it does not say when it copies.
   *
   * @param opening what comes before it
   * @throws RuntimeException what the reader of the query throws; the connection stays usable
   */
  <T> List<T> copy(List<String> opening, Query<T> query) throws SQLException {
    String sql = withoutEnd(query.sql());
    CopiedRow row = toCopy(opening, sql);
    String text = "COPY (" + sql + "\n) TO STDOUT (FORMAT binary)";
    count(1);
    CopyOut rows = driven(() -> connection.unwrap(PGConnection.class).getCopyAPI().copyOut(text));
    List<T> values = new ArrayList<>();
    boolean more = true;
    for (byte[] next = next(rows); next != null; next = next(rows)) {
      if (!more) {
        throw nonsense(null);
      }
      try {
        more = row.goesTo(next);
        if (more) {
          values.add(query.reader().read(row));
        }
      } catch (RuntimeException unreadable) {
        passOver(rows);
        throw unreadable;
      }
    }
    if (more) {
      throw nonsense(null);
    }
    return values;
  }

  private CopiedRow toCopy(List<String> opening, String sql) throws SQLException {
    List<String> texts = new ArrayList<>(opening);
    texts.add("SELECT * FROM (" + sql + "\n) described LIMIT 0");
    try (Statement statement = statement()) {
      return new CopiedRow(nextRows(statement, execute(statement, texts)).getMetaData());
    }
  }

  /** Asking the server to cancel might hit the query after this one. */
  private static void passOver(CopyOut rows) throws SQLException {
    while (next(rows) != null) {
      // The next one.
    }
  }

  private static byte[] next(CopyOut rows) throws SQLException {
    return driven(rows::readFromCopy);
  }

  private static String withoutEnd(String statement) {
    return statement.strip().replaceFirst(";+$", "");
  }

  private void count(int sent) throws SQLException {
    connection.setNetworkTimeout(Runnable::run, Deadline.millis(deadline.remaining().plus(GRACE)));
    statements += sent;
    roundTrips++;
  }

  /** Something that the driver does over the network. */
  private interface Drive<T> {
    T run() throws SQLException;
  }

  private static <T> T driven(Drive<T> drive) throws SQLException {
    try {
      return drive.run();
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
      Bounded.call(
          deadline.atMost(PostgresProperties.CANCEL_LIMIT), this::cancelQuery, cancelled -> {});
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
