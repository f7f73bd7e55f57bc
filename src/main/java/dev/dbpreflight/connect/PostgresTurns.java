package dev.dbpreflight.connect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks in turns. All queries of a turn go as one text, so they cost one round trip, and one more
 * for each that is large: these go ahead, and their rows are read while the server works on the
 * next. A savepoint around the turn keeps the session usable after a query that fails.
 */
final class PostgresTurns {
  private final PostgresWire wire;
  private final Deadline deadline;

  PostgresTurns(PostgresWire wire, Deadline deadline) {
    this.wire = wire;
    this.deadline = deadline;
  }

  /**
   * Asks all of them.
   *
   * @param lock how long to wait for any lock
   */
  Answers ask(List<Query<?>> queries, Duration lock) throws SQLException {
    List<Query<?>> others = queries.stream().filter(query -> !query.large()).toList();
    try (ReadingAhead ahead = new ReadingAhead()) {
      for (Query<?> query : queries) {
        if (query.large()) {
          ahead.read(query, send(ahead.closing(wire.statement()), List.of(query), lock).getFirst());
        }
      }
      Answers answers = new Answers();
      if (!others.isEmpty()) {
        List<ResultSet> results = send(ahead.closing(wire.statement()), others, lock);
        for (int at = 0; at < others.size(); at++) {
          ResultRow.readInto(answers, others.get(at), results.get(at));
        }
      }
      answers.putAll(ahead.answers());
      return answers;
    }
  }

  /** The answers have arrived whole when this returns: reading them asks the server no more. */
  private List<ResultSet> send(Statement statement, List<Query<?>> queries, Duration lock)
      throws SQLException {
    List<String> texts = new ArrayList<>(PostgresSettings.limits(deadline.remaining(), lock));
    texts.addAll(PostgresSettings.SAVEPOINT_RENEWED);
    for (Query<?> query : queries) {
      // Undone with the locks, so that it holds for this query alone.
      query.limit().map(deadline::atMost).map(PostgresSettings::limit).ifPresent(texts::add);
      texts.add(query.sql());
      texts.add(PostgresSettings.LOCKS_RELEASED);
    }
    boolean rows = wire.execute(statement, texts);
    List<ResultSet> results = new ArrayList<>();
    while (results.size() < queries.size()) {
      results.add(PostgresWire.nextRows(statement, rows));
      rows = statement.getMoreResults(Statement.KEEP_CURRENT_RESULT);
    }
    return results;
  }
}
