package dev.dbpreflight.connect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A second session that looks at the same moment as the first, because it imports the snapshot that
 * the first has exported (manual, "Snapshot Synchronization Functions"). It shares the work of one
 * turn. Nothing depends on it: it connects in the background, and where that takes too long, fails
 * or leads elsewhere, the first session does everything alone.
 */
final class SecondSession implements AutoCloseable {

  /**
   * One row; NULL where connections are scarce, or counted. The savepoint is in the way of the
   * export. Tried on 14, 15 and 18.
   */
  private static final List<String> EXPORT =
      List.of(
          "RELEASE SAVEPOINT asked",
          """
          SELECT CASE WHEN
              (SELECT count(*) FROM pg_stat_activity) * 2
                < current_setting('max_connections')::integer
              AND (SELECT datconnlimit FROM pg_database
                WHERE datname = current_database()) < 0
              AND (SELECT rolconnlimit FROM pg_roles WHERE rolname = session_user) < 0
            THEN pg_export_snapshot() END AS snapshot\
          """,
          "SAVEPOINT asked");

  private final Reached way;
  private final ServerFacts first;
  private final String snapshot;
  private final Deadline deadline;

  /** Whether this session takes part: decided once, by whichever side comes first. */
  private final AtomicBoolean decided = new AtomicBoolean();

  private final CountDownLatch finished = new CountDownLatch(1);
  private Connection connection;
  private PostgresWire wire;
  private boolean closed;

  /**
   * @param first what the first session knows of its server
   */
  SecondSession(Reached way, ServerFacts first, String snapshot, Deadline deadline) {
    this.way = way;
    this.first = first;
    this.snapshot = snapshot;
    this.deadline = deadline;
  }

  /**
   * Has the first session export its snapshot.
   *
   * @return its name; empty where no second session should be made
   */
  static String exported(PostgresWire first) throws SQLException {
    try (Statement statement = first.statement()) {
      ResultSet rows = PostgresWire.nextRows(statement, first.execute(statement, EXPORT));
      String name = rows.next() ? rows.getString(1) : null;
      // It will be part of a statement.
      return name != null && name.matches("[0-9A-F-]+") ? name : "";
    }
  }

  /** Connects and takes its share, on a thread of its own. */
  void begin(PostgresTurn turn) {
    Thread.ofPlatform().daemon().name("second session").start(() -> run(turn));
  }

  private void run(PostgresTurn turn) {
    try {
      if (connected() && looksAtTheSame() && decided.compareAndSet(false, true)) {
        turn.ask(wire);
      }
    } catch (SQLException | RuntimeException | Error e) {
      // The first session asks what is left, and tells what goes wrong then.
    } finally {
      finished.countDown();
    }
  }

  private boolean connected() throws SQLException {
    Connection made = way.once();
    synchronized (this) {
      if (!closed) {
        connection = made;
        wire = new PostgresWire(made, deadline);
        return true;
      }
    }
    made.close();
    return false;
  }

  /** Behind one address there may be several servers. */
  private boolean looksAtTheSame() throws SQLException {
    return wire.begin(snapshot).startedAt().equals(first.startedAt());
  }

  /** Waits until it has done what it has taken; it takes nothing any more. */
  void finish() {
    if (decided.compareAndSet(false, true)) {
      return;
    }
    try {
      finished.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends what runs at the server, and hangs up. */
  synchronized void cancel() {
    closed = true;
    if (wire != null) {
      wire.cancel();
    }
  }

  /** Hangs up, whatever the other thread is waiting for. */
  synchronized void abort() {
    closed = true;
    if (wire != null) {
      wire.abort();
    }
  }

  synchronized Session.Traffic traffic() {
    return wire == null ? new Session.Traffic(0, 0) : wire.traffic();
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (finished.getCount() > 0) {
      cancel();
    } else if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        // The server ends the session when the connection is gone.
      }
    }
  }
}
