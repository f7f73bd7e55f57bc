package dev.dbpreflight.support;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A session of the superuser beside the test, in which a statement may go on while others look. */
public final class SessionBeside implements AutoCloseable {
  private static final int LOOKS = 600;
  private static final long PAUSE_MILLIS = 50;

  private final PostgresServer server;
  private final Connection connection;
  private final Statement statement;
  private final int pid;
  private Thread going;
  private volatile String refusal = "";

  public SessionBeside(PostgresServer server, String database) throws SQLException {
    this.server = server;
    this.connection = server.connect(database);
    this.statement = connection.createStatement();
    try (ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
      row.next();
      this.pid = row.getInt(1);
    }
  }

  public int pid() {
    return pid;
  }

  /** Runs a script to its end. */
  public SessionBeside run(String script) throws SQLException {
    statement.execute(script);
    return this;
  }

  /** Begins a script; returns as soon as it waits for a lock, or pauses as a slow vacuum does. */
  public SessionBeside begin(String script) throws SQLException {
    going = Thread.ofVirtual().start(() -> go(script));
    String waits =
        "select pid from pg_stat_activity where state = 'active' and pid = %d".formatted(pid)
            + " and wait_event_type in ('Lock', 'Timeout')";
    for (int look = 0; look < LOOKS && going.isAlive(); look++) {
      if (!server.strings("postgres", waits).isEmpty()) {
        return this;
      }
      pause();
    }
    close();
    throw new IllegalStateException("does not wait: " + script + " " + refusal);
  }

  private void go(String script) {
    try {
      statement.execute(script);
    } catch (SQLException e) {
      refusal = e.getMessage();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What goes on still is cancelled. */
  @Override
  public void close() throws SQLException {
    try (connection) {
      if (going != null) {
        statement.cancel();
        going.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
