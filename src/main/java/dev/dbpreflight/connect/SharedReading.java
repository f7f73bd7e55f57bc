package dev.dbpreflight.connect;

import dev.dbpreflight.connect.Session.Traffic;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Has a second session take its share of a turn, where there is much to read. */
final class SharedReading {
  private final Reached way;
  private final PostgresWire wire;
  private final Deadline deadline;
  private volatile Optional<SecondSession> second = Optional.empty();
  private Traffic traffic = new Traffic(0, 0);

  /**
   * @param way how the first session's connection was made
   * @param wire of the first session
   */
  SharedReading(Reached way, PostgresWire wire, Deadline deadline) {
    this.way = way;
    this.wire = wire;
    this.deadline = deadline;
  }

  /**
   * Asks with both.
   *
   * @param first what the first session knows of its server
   * @param snapshot that it has exported
   */
  Answers ask(List<Query<?>> queries, ServerFacts first, String snapshot, Duration lock)
      throws SQLException {
    PostgresTurn turn = new PostgresTurn(queries, PostgresTurn.Manner.SHARED, deadline, lock);
    try (SecondSession other = new SecondSession(way, first, snapshot, deadline)) {
      second = Optional.of(other);
      other.begin(turn);
      turn.ask(wire);
      other.finish();
      // What the other could not do.
      turn.ask(wire);
      traffic = other.traffic();
      return turn.answers();
    }
  }

  /** Ends what runs at the server in the second session, and hangs up. */
  void cancel() {
    second.ifPresent(SecondSession::cancel);
  }

  /** Hangs up the second session's connection, whatever it is waiting for. */
  void abort() {
    second.ifPresent(SecondSession::abort);
  }

  /** What the second session has sent; nothing when there was none. */
  Traffic traffic() {
    return traffic;
  }
}
