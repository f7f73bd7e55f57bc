package dev.dbpreflight.connect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Reads rows that have arrived, one answer after the other, while somebody else waits for the next
 * ones. Closing it waits for what is being read and closes the statements.
 */
final class ReadingAhead implements AutoCloseable {
  private final List<Statement> statements = new ArrayList<>();
  private CompletableFuture<Answers> reading = CompletableFuture.completedFuture(new Answers());

  /** The same statement, which is closed when nobody reads from it any more. */
  Statement closing(Statement statement) {
    statements.add(statement);
    return statement;
  }

  void read(Query<?> query, ResultSet rows) {
    reading =
        reading.thenApplyAsync(
            answers -> {
              try {
                ResultRow.readInto(answers, query, rows);
              } catch (SQLException e) {
                throw new ResultRow.Unreadable(e);
              }
              return answers;
            });
  }

  /**
   * Waits until all is read.
   *
   * @throws ResultRow.Unreadable when rows could not be read
   */
  Answers answers() {
    try {
      return reading.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error tooMuch) {
        throw tooMuch;
      }
      throw e;
    }
  }

  @Override
  public void close() throws SQLException {
    reading.handle((answers, failure) -> answers).join();
    for (Statement statement : statements) {
      statement.close();
    }
  }
}
