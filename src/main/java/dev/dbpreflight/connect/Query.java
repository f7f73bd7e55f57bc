package dev.dbpreflight.connect;

import java.util.Objects;

/**
 * One question to the database.
 *
 * @param purpose what is being read, for progress and for messages: "columns", "row counts"
 * @param sql one statement that only reads; names of other people's objects in it are quoted
 * @param reader makes a value of each row
 * @param large the answer has so many rows that they are worth reading while the database works on
 *     the other queries of the turn
 */
public record Query<T>(String purpose, String sql, RowReader<T> reader, boolean large) {

  public Query {
    Objects.requireNonNull(purpose);
    Objects.requireNonNull(sql);
    Objects.requireNonNull(reader);
  }

  /** A question whose answer is not large. */
  public Query(String purpose, String sql, RowReader<T> reader) {
    this(purpose, sql, reader, false);
  }

  /** Makes one value of the row that the cursor stands on; must not keep the row. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(Row row);
  }
}
