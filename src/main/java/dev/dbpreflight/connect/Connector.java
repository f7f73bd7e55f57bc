package dev.dbpreflight.connect;

/** Opens the read-only look at a database. */
public final class Connector {

  private Connector() {}

  /**
   * Connects and begins the read-only transaction. A missing SQLite file is not an error: its
   * session answers as an empty database would, and the file stays missing.
   *
   * @throws dev.dbpreflight.problem.ProblemException when the database cannot be reached in time;
   *     the message names the cause and the next step, and holds no secret
   */
  public static Session open(DatabaseUrl url, ConnectOptions options) {
    return switch (url) {
      case PostgresUrl postgres -> new PostgresConnector(postgres, options).open();
      case SqliteUrl sqlite -> new SqliteConnector(sqlite, options).open();
    };
  }
}
