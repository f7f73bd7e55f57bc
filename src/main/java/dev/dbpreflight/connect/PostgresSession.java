package dev.dbpreflight.connect;

import dev.dbpreflight.model.Engine;
import dev.dbpreflight.model.ServerVersion;
import dev.dbpreflight.problem.ProblemException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The one transaction on a PostgreSQL server. All queries of a turn go as one text, so they cost
 * one round trip; a savepoint around the turn keeps the session usable after a query that fails.
 */
final class PostgresSession implements Session {
  /** How much later than the deadline the connection is torn down, if the server does not act. */
  private static final Duration GRACE = Duration.ofMillis(500);

  private static final Duration FAREWELL = Duration.ofMillis(500);
  private static final int NAMED_PURPOSES = 3;
  private static final int LOOKS = 8;
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final PostgresUrl url;
  private final Connection connection;
  private final Deadline deadline;
  private final PostgresReadProblems problems;
  private final Watchdog watchdog;
  private ServerVersion version;
  private boolean standby;
  private boolean readOnlyByDefault;
  private boolean broken;
  private boolean answered;
  private int statements;
  private int roundTrips;

  PostgresSession(
      PostgresUrl url, Connection connection, Deadline deadline, PostgresProblems problems) {
    this.url = url;
    this.connection = connection;
    this.deadline = deadline;
    this.problems = new PostgresReadProblems(url, deadline, problems);
    this.watchdog = Watchdog.after(deadline.remaining().plus(GRACE), this::abort);
  }

  private void abort() {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      // Then it is closed already, and nobody waits for it any more.
    }
  }

  /** Begins the transaction, sets what must be set, learns the server's version: one round trip. */
  void begin() throws SQLException {
    Query<ServerVersion> server = new Query<>("server version", "", this::readServer);
    List<ServerVersion> versions = new ArrayList<>();
    try (Statement statement = statement()) {
      boolean rows = execute(statement, PostgresSettings.opening(deadline.remaining()));
      for (int results = 0; results < PostgresSettings.OPENING_RESULTS; results++) {
        ResultSet answer = nextRows(statement, rows);
        if (results == PostgresSettings.OPENING_RESULTS - 1) {
          versions.addAll(ResultRow.readAll(answer, server));
        }
        rows = statement.getMoreResults();
      }
    }
    version = versions.getFirst();
  }

  private ServerVersion readServer(Row row) {
    standby = row.flag("standby");
    readOnlyByDefault = row.text("read_only").equals("on");
    int number = (int) row.number("number");
    int major = number / 10_000;
    return new ServerVersion(major, number % 10_000, row.text("version"));
  }

  boolean standby() {
    return standby;
  }

  boolean readOnlyByDefault() {
    return readOnlyByDefault;
  }

  @Override
  public DatabaseUrl url() {
    return url;
  }

  @Override
  public Engine engine() {
    return Engine.POSTGRESQL;
  }

  @Override
  public ServerVersion version() {
    return version;
  }

  @Override
  public Traffic traffic() {
    return new Traffic(statements, roundTrips);
  }

  @Override
  public Answers ask(List<Query<?>> queries) {
    if (queries.isEmpty()) {
      return new Answers();
    }
    if (deadline.passed()) {
      throw problems.timeRanOut(purposes(queries), null);
    }
    try {
      Answers answers = answered ? turn(queries) : firstTurn(queries);
      answered = true;
      return answers;
    } catch (ResultRow.Unreadable e) {
      throw failed(queries, e.exception());
    } catch (SQLException e) {
      throw failed(queries, e);
    }
  }

  /**
   * The server prints definitions as of now, not as of the transaction's moment, and fails for what
   * somebody has dropped since. As long as nothing was answered, another moment is as good.
   */
  private Answers firstTurn(List<Query<?>> queries) throws SQLException {
    for (int look = 1; look < LOOKS; look++) {
      try {
        return turn(queries);
      } catch (SQLException e) {
        Duration pause = deadline.atMost(PAUSE.multipliedBy(look));
        if (!PostgresReadProblems.isDroppedMeanwhile(e) || pause.isZero() || watchdog.barked()) {
          throw e;
        }
        beginAnew(pause);
      }
    }
    return turn(queries);
  }

  private void beginAnew(Duration pause) throws SQLException {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try (Statement statement = statement()) {
      execute(statement, List.of("ROLLBACK"));
    }
    begin();
  }

  private Answers turn(List<Query<?>> queries) throws SQLException {
    List<String> texts = new ArrayList<>(PostgresSettings.limits(deadline.remaining()));
    texts.addAll(PostgresSettings.SAVEPOINT_RENEWED);
    for (Query<?> query : queries) {
      texts.add(query.sql());
      texts.add(PostgresSettings.LOCKS_RELEASED);
    }
    Answers answers = new Answers();
    try (Statement statement = statement()) {
      boolean rows = execute(statement, texts);
      for (Query<?> query : queries) {
        put(answers, query, nextRows(statement, rows));
        rows = statement.getMoreResults();
      }
    }
    return answers;
  }

  private static <T> void put(Answers answers, Query<T> query, ResultSet rows) throws SQLException {
    answers.put(query, ResultRow.readAll(rows, query));
  }

  private Statement statement() throws SQLException {
    Statement statement = connection.createStatement();
    // Braces and question marks are the server's, not JDBC's.
    statement.setEscapeProcessing(false);
    return statement;
  }

  private boolean execute(Statement statement, List<String> texts) throws SQLException {
    int limit = Deadline.millis(deadline.remaining().plus(GRACE));
    connection.setNetworkTimeout(Runnable::run, limit);
    statements += texts.size();
    roundTrips++;
    // A line break before the semicolon: the text may end in a comment.
    return statement.execute(
        texts.stream()
            .map(text -> text.strip().replaceFirst(";+$", ""))
            .collect(Collectors.joining("\n;")));
  }

  /** Passes over what gives no rows: settings and savepoints. */
  private static ResultSet nextRows(Statement statement, boolean rows) throws SQLException {
    boolean found = rows;
    while (!found) {
      if (statement.getUpdateCount() < 0) {
        throw new IllegalStateException("a query gave no rows");
      }
      found = statement.getMoreResults();
    }
    return statement.getResultSet();
  }

  private ProblemException failed(List<Query<?>> queries, SQLException thrown) {
    String purpose = purposes(queries);
    if (watchdog.barked() || deadline.passed()) {
      broken = broken || PostgresReadProblems.breaksSession(thrown);
      return problems.timeRanOut(purpose, thrown);
    }
    if (PostgresReadProblems.breaksSession(thrown)) {
      broken = true;
      return problems.dropped(purpose, thrown);
    }
    rollBackTurn();
    if (PostgresReadProblems.isLockTimeout(thrown)) {
      return problems.locked(purpose, lockHolder(), thrown);
    }
    boolean oneCulprit = queries.size() > 1 && !PostgresReadProblems.isTimeout(thrown);
    return oneCulprit ? culprit(queries, thrown) : problems.reading(purpose, thrown);
  }

  /** The transaction looks at one moment, so a query that failed among others fails alone too. */
  private ProblemException culprit(List<Query<?>> queries, SQLException thrown) {
    answered = true;
    for (Query<?> query : queries) {
      try {
        ask(List.<Query<?>>of(query));
      } catch (ProblemException e) {
        return e;
      }
    }
    return problems.reading(purposes(queries), thrown);
  }

  private void rollBackTurn() {
    try (Statement statement = statement()) {
      execute(statement, List.of(PostgresSettings.LOCKS_RELEASED));
    } catch (SQLException e) {
      broken = true;
    }
  }

  private Optional<String> lockHolder() {
    try {
      return turn(List.of(LockHolder.QUERY)).of(LockHolder.QUERY).stream().findFirst();
    } catch (SQLException e) {
      // Only an addition to a message that is complete without it.
      rollBackTurn();
      return Optional.empty();
    }
  }

  private static String purposes(List<Query<?>> queries) {
    String named =
        queries.stream()
            .limit(NAMED_PURPOSES)
            .map(Query::purpose)
            .collect(Collectors.joining(", "));
    int more = queries.size() - NAMED_PURPOSES;
    return more > 0 ? named + " and " + more + " more" : named;
  }

  /** Never throws and never waits long: what it leaves undone, the server does by itself. */
  @Override
  public void close() {
    watchdog.close();
    try (connection) {
      if (!broken && !watchdog.barked() && !connection.isClosed()) {
        try (Statement statement = statement()) {
          connection.setNetworkTimeout(Runnable::run, Deadline.millis(FAREWELL));
          statement.execute("ROLLBACK");
        }
      }
    } catch (SQLException e) {
      // The server rolls back when the connection is gone.
    }
  }
}
