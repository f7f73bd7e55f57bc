package dev.dbpreflight.connect;

import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.model.Engine;
import dev.dbpreflight.model.ServerVersion;
import dev.dbpreflight.problem.Interruption;
import dev.dbpreflight.problem.ProblemException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;
import org.sqlite.core.DB;

/**
 * The one read transaction on a SQLite file, on a private copy of it, or, for a missing file, on an
 * empty database in memory.
 */
final class SqliteSession implements Session {
  // Not trusted_schema = OFF: then SQLite refuses every view with MATCH, on which full-text search
  // depends. No function that this library brings can reach beyond the file.
  private static final List<String> SETTINGS =
      List.of(
          "PRAGMA query_only = ON",
          "PRAGMA cell_size_check = ON",
          "PRAGMA temp_store = MEMORY",
          "BEGIN");

  private final SqliteUrl url;
  private final Connection connection;
  private final Deadline deadline;
  private final SqliteProblems problems;
  private final Holdings holdings;
  private final Watchdog watchdog;
  private final Interruption.Watch interruption;
  private volatile boolean interrupted;
  private volatile Statement running;
  private ServerVersion version;
  private ProblemException end;
  private int statements;

  /**
   * What a session keeps beside its connection. Any part may be null.
   *
   * @param unlocked what the file was like, where no lock keeps others from writing
   */
  record Holdings(SqliteFiles files, PrivateCopy copy, SqliteFiles.Stamp unlocked)
      implements AutoCloseable {
    static final Holdings NONE = new Holdings(null, null, null);

    @Override
    public void close() {
      if (copy != null) {
        copy.close();
      }
      if (files != null) {
        files.close();
      }
    }
  }

  private SqliteSession(
      SqliteUrl url, Connection connection, ConnectOptions options, Holdings holdings) {
    this.url = url;
    this.connection = connection;
    this.deadline = options.deadline();
    this.problems = new SqliteProblems(url, deadline);
    this.holdings = holdings;
    this.watchdog = Watchdog.after(deadline.remaining(), this::breakOff);
    this.interruption = options.interruption().during(this::interrupt);
  }

  /**
   * Begins the transaction.
   *
   * @throws SQLException when SQLite cannot read the file; the connection is closed then, the rest
   *     of the holdings is the caller's
   */
  static SqliteSession open(
      SqliteUrl url, Connection connection, ConnectOptions options, Holdings holdings)
      throws SQLException {
    SqliteSession session = new SqliteSession(url, connection, options, holdings);
    try {
      session.begin();
      return session;
    } catch (SQLException e) {
      session.interruption.close();
      session.watchdog.close();
      connection.close();
      throw e;
    }
  }

  private void begin() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      running = statement;
      for (String setting : SETTINGS) {
        statement.execute(setting);
        statements++;
      }
      // Reading the schema is what takes the lock and shows whether this is a database at all.
      try (ResultSet row =
          statement.executeQuery("SELECT sqlite_version(), count(*) FROM sqlite_schema")) {
        statements++;
        row.next();
        version = version(row.getString(1));
      }
    } finally {
      running = null;
    }
  }

  private static ServerVersion version(String text) {
    String[] parts = text.split("\\.");
    return new ServerVersion(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), text);
  }

  private void interrupt() {
    interrupted = true;
    breakOff();
  }

  private void breakOff() {
    Statement statement = running;
    try {
      if (statement != null) {
        statement.cancel();
      }
    } catch (SQLException e) {
      // It ended by itself.
    }
  }

  @Override
  public DatabaseUrl url() {
    return url;
  }

  @Override
  public Engine engine() {
    return Engine.SQLITE;
  }

  @Override
  public ServerVersion version() {
    return version;
  }

  /** A file is read in this process: nothing waits for a server. */
  @Override
  public String role() {
    return "";
  }

  @Override
  public Traffic traffic() {
    return new Traffic(statements, 0);
  }

  @Override
  public Conditions conditions() {
    return holdings.files() == null
        ? FileConditions.ofMissing(url.file(), deadline)
        : FileConditions.of(holdings.files(), holdings.copy() != null, deadline);
  }

  @Override
  public Answers ask(List<Query<?>> queries) {
    Answers answers = new Answers();
    for (Query<?> query : queries) {
      answer(query, answers);
    }
    requireUnchanged();
    return answers;
  }

  private <T> void answer(Query<T> query, Answers answers) {
    if (interrupted) {
      throw problems.interrupted(query.purpose());
    }
    if (deadline.passed()) {
      throw timeRanOut(query);
    }
    try (Statement statement = connection.createStatement();
        Limit limit = new Limit(query)) {
      running = statement;
      statements++;
      try (ResultSet rows = statement.executeQuery(query.sql())) {
        answers.put(query, ResultRow.readAll(rows, query));
      } catch (ResultRow.Unreadable e) {
        throw failed(query, e.exception(), limit);
      } catch (SQLException e) {
        throw failed(query, e, limit);
      }
    } catch (SQLException e) {
      throw problems.reading(query.purpose(), e);
    } finally {
      running = null;
    }
  }

  private ProblemException timeRanOut(Query<?> query) {
    ProblemException problem = problems.timeRanOut(query.purpose());
    end = end == null ? problem : end;
    return problem;
  }

  @Override
  public void requireAlive() {
    if (end != null) {
      throw end;
    }
  }

  private ProblemException failed(Query<?> query, SQLException thrown, Limit limit) {
    if (interrupted) {
      return problems.interrupted(query.purpose());
    }
    requireUnchanged();
    if (watchdog.barked() || deadline.passed()) {
      return timeRanOut(query);
    }
    return limit.passed()
        ? problems.limitPassed(query.purpose(), query.limit().orElseThrow())
        : problems.reading(query.purpose(), thrown);
  }

  /**
   * Holds a query to its own time and memory: one that asks for a limit may be somebody else's, and
   * a value of SQLite may have a gigabyte, all of it in this process.
   */
  private final class Limit implements AutoCloseable {
    private static final int VALUE_BYTES = 64 * 1024 * 1024;

    private final Optional<Watchdog> own;
    private int before;

    Limit(Query<?> query) throws SQLException {
      own = query.limit().map(time -> Watchdog.after(time, SqliteSession.this::breakOff));
      if (own.isPresent()) {
        before = database().limit(SQLiteLimits.SQLITE_LIMIT_LENGTH.getId(), VALUE_BYTES);
      }
    }

    private DB database() throws SQLException {
      return connection.unwrap(SQLiteConnection.class).getDatabase();
    }

    boolean passed() {
      return own.map(Watchdog::barked).orElse(false);
    }

    @Override
    public void close() throws SQLException {
      if (own.isPresent()) {
        own.get().close();
        database().limit(SQLiteLimits.SQLITE_LIMIT_LENGTH.getId(), before);
      }
    }
  }

  private void requireUnchanged() {
    if (holdings.unlocked() == null) {
      return;
    }
    try {
      if (!holdings.files().stamp().equals(holdings.unlocked())) {
        throw problems.changing();
      }
    } catch (IOException e) {
      throw problems.unreadable(e);
    }
  }

  @Override
  public void close() {
    interruption.close();
    watchdog.close();
    try (holdings;
        connection) {
      // A read transaction ends with its connection.
    } catch (SQLException e) {
      // Nothing was written that could be lost.
    }
  }
}
