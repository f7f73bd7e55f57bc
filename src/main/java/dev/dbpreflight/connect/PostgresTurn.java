package dev.dbpreflight.connect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Collectors;

/**
 * Queries that are asked together: as one text, so that they cost one round trip. In a large
 * catalog those with many rows are copied out one by one, each row read as it comes, which costs
 * two round trips a query, and two sessions can share them. A savepoint keeps the session usable
 * after a query that fails.
 */
final class PostgresTurn {
  /** Queries of one text, where two sessions share them: so both are done at the same time. */
  private static final int SHARED = 16;

  private final boolean large;
  private final Deadline deadline;
  private final Duration lock;
  private final Deque<Share> shares = new ConcurrentLinkedDeque<>();
  private final Answers answers = new Answers();

  /** What one session asks at a time. */
  private record Share(List<Query<?>> queries, boolean copied) {}

  /** How a turn is asked: as one text, with what is large copied out, or that in shares for two. */
  enum Manner {
    TOGETHER,
    COPIED,
    SHARED
  }

  /**
   * A turn in which nothing was asked yet.
   *
   * @param lock how long to wait for any lock
   */
  PostgresTurn(List<Query<?>> queries, Manner manner, Deadline deadline, Duration lock) {
    this.large = manner != Manner.TOGETHER;
    this.deadline = deadline;
    this.lock = lock;
    Map<Boolean, List<Query<?>>> copied =
        queries.stream().collect(Collectors.partitioningBy(query -> large && query.large()));
    copied.get(true).forEach(query -> shares.add(new Share(List.of(query), true)));
    List<Query<?>> others = copied.get(false);
    int most = manner == Manner.SHARED ? SHARED : Math.max(1, others.size());
    for (int from = 0; from < others.size(); from += most) {
      int to = Math.min(from + most, others.size());
      shares.add(new Share(others.subList(from, to), false));
    }
  }

  /**
   * Asks what nobody has asked yet, over this connection. What fails is left to whoever comes next.
   */
  void ask(PostgresWire wire) throws SQLException {
    for (Share next = shares.poll(); next != null; next = shares.poll()) {
      boolean answered = false;
      try {
        if (next.copied()) {
          copy(wire, next.queries().getFirst());
        } else {
          send(wire, next.queries());
        }
        answered = true;
      } finally {
        if (!answered) {
          shares.addFirst(next);
        }
      }
    }
  }

  private <T> void copy(PostgresWire wire, Query<T> query) throws SQLException {
    answer(query, wire.copy(opening(), query));
  }

  private void send(PostgresWire wire, List<Query<?>> queries) throws SQLException {
    List<String> text = new ArrayList<>(opening());
    for (Query<?> query : queries) {
      // Undone with the locks, so that it holds for this query alone.
      query.limit().map(deadline::atMost).map(PostgresSettings::limit).ifPresent(text::add);
      text.add(query.sql());
      text.add(PostgresSettings.LOCKS_RELEASED);
    }
    try (Statement statement = wire.statement()) {
      boolean rows = wire.execute(statement, text);
      for (Query<?> query : queries) {
        read(query, PostgresWire.nextRows(statement, rows));
        rows = statement.getMoreResults();
      }
    }
  }

  private List<String> opening() {
    List<String> texts = new ArrayList<>();
    if (large) {
      // What a query that was copied has locked.
      texts.add(PostgresSettings.LOCKS_RELEASED);
    }
    texts.addAll(PostgresSettings.limits(deadline.remaining(), lock));
    texts.addAll(PostgresSettings.SAVEPOINT_RENEWED);
    return texts;
  }

  private <T> void read(Query<T> query, ResultSet rows) throws SQLException {
    answer(query, ResultRow.readAll(rows, query));
  }

  private <T> void answer(Query<T> query, List<T> values) {
    synchronized (answers) {
      answers.put(query, values);
    }
  }

  /** When nobody asks any more. */
  Answers answers() {
    return answers;
  }
}
