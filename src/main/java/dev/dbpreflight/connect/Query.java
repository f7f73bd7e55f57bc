package dev.dbpreflight.connect;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * One question to the database.
 *
 * @param purpose what is being read, for progress and for messages: "columns", "row counts"
 * @param sql one statement that only reads; names of other people's objects in it are quoted
 * @param reader makes a value of each row
 * @param limit how long this question alone may take, within the deadline of the run
 * @param large the more tables, the more rows the answer has: worth a round trip of its own where
 *     there are thousands
 */
public record Query<T>(
    String purpose, String sql, RowReader<T> reader, Optional<Duration> limit, boolean large) {

  public Query {
    Objects.requireNonNull(purpose);
    Objects.requireNonNull(sql);
    Objects.requireNonNull(limit);
    Objects.requireNonNull(reader);
  }

  /** A question that only the deadline limits, and whose answer is not large. */
  public Query(String purpose, String sql, RowReader<T> reader) {
    this(purpose, sql, reader, false);
  }

  /** A question that only the deadline limits. */
  public Query(String purpose, String sql, RowReader<T> reader, boolean large) {
    this(purpose, sql, reader, Optional.empty(), large);
  }

  /** A question that may take so long alone, and whose answer is not large. */
  public Query(String purpose, String sql, RowReader<T> reader, Duration limit) {
    this(purpose, sql, reader, Optional.of(limit), false);
  }

  /** Makes one value of the row that the cursor stands on; must not keep the row. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(Row row);
  }
}
