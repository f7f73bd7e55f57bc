package dev.dbpreflight.connect;

import dev.dbpreflight.model.Engine;
import dev.dbpreflight.model.ServerVersion;
import dev.dbpreflight.problem.Interruption;
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
 * one round trip, and one more for each that is large: these go ahead, and their rows are read
 * while the server works on the next. A savepoint around the turn keeps the session usable after a
 * query that fails.
 */
final class PostgresSession implements Session {
  /** How much later than the deadline the connection is torn down, if the server does not act. */
  private static final Duration GRACE = Duration.ofMillis(500);

  /** The server counts whole milliseconds, and may be done a moment before the deadline. */
  private static final Duration ROUNDING = Duration.ofMillis(20);

  private static final Duration FAREWELL = Duration.ofMillis(500);
  private static final int NAMED_PURPOSES = 3;
  private static final int LOOKS = 8;
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final PostgresUrl url;
  private final Connection connection;
  private final PostgresWire wire;
  private final Deadline deadline;
  private final PostgresReadProblems problems;
  private final Watchdog watchdog;
  private final Interruption.Watch interruption;
  private volatile boolean interrupted;
  private ServerVersion version;
  private String role;
  private boolean standby;
  private boolean readOnlyByDefault;
  private long process;
  private boolean pooled;
  private boolean broken;
  private ProblemException end;
  private boolean answered;

  PostgresSession(
      PostgresUrl url, Connection connection, ConnectOptions options, PostgresProblems problems) {
    this.url = url;
    this.connection = connection;
    this.deadline = options.deadline();
    this.wire = new PostgresWire(connection, deadline, GRACE);
    this.problems = new PostgresReadProblems(url, deadline, problems);
    this.watchdog = Watchdog.after(deadline.remaining().plus(GRACE), wire::abort);
    this.interruption = options.interruption().during(this::interrupt);
  }

  private void interrupt() {
    interrupted = true;
    wire.cancel();
  }

  /** Begins the transaction, sets what must be set, learns the server's version: one round trip. */
  void begin() throws SQLException {
    Query<ServerVersion> server = new Query<>("server version", "", this::readServer);
    List<ServerVersion> versions = new ArrayList<>();
    try (Statement statement = wire.statement()) {
      boolean rows = wire.execute(statement, PostgresSettings.opening(deadline.remaining()));
      for (int results = 0; results < PostgresSettings.OPENING_RESULTS; results++) {
        ResultSet answer = PostgresWire.nextRows(statement, rows);
        if (results == PostgresSettings.OPENING_RESULTS - 1) {
          versions.addAll(ResultRow.readAll(answer, server));
        }
        rows = statement.getMoreResults();
      }
    }
    version = versions.getFirst();
    pooled = wire.isToldOfAnother(process);
  }

  private ServerVersion readServer(Row row) {
    role = row.text("role");
    standby = row.flag("standby");
    readOnlyByDefault = row.text("read_only").equals("on");
    process = row.number("process");
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
  public boolean pooled() {
    return pooled;
  }

  @Override
  public String role() {
    return role;
  }

  @Override
  public Traffic traffic() {
    return wire.traffic();
  }

  @Override
  public Answers ask(List<Query<?>> queries) {
    if (queries.isEmpty()) {
      return new Answers();
    }
    if (interrupted) {
      throw problems.interrupted(purposes(queries));
    }
    if (deadline.passed()) {
      throw ended(problems.timeRanOut(purposes(queries), null));
    }
    try {
      Answers answers = answered ? turn(queries) : firstTurn(queries);
      answered = true;
      return answers;
    } catch (ResultRow.Unreadable e) {
      throw failed(queries, e.exception());
    } catch (SQLException e) {
      throw failed(queries, e);
    } catch (Error tooMuch) {
      broken = true; // Nobody knows how far the answer was read.
      throw tooMuch;
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
    try (Statement statement = wire.statement()) {
      wire.execute(statement, List.of("ROLLBACK"));
    }
    begin();
  }

  private Answers turn(List<Query<?>> queries) throws SQLException {
    List<Query<?>> others = queries.stream().filter(query -> !query.large()).toList();
    try (ReadingAhead ahead = new ReadingAhead()) {
      for (Query<?> query : queries) {
        if (query.large()) {
          ahead.read(query, send(ahead.closing(wire.statement()), List.of(query)).getFirst());
        }
      }
      Answers answers = new Answers();
      if (!others.isEmpty()) {
        List<ResultSet> results = send(ahead.closing(wire.statement()), others);
        for (int at = 0; at < others.size(); at++) {
          ResultRow.readInto(answers, others.get(at), results.get(at));
        }
      }
      answers.putAll(ahead.answers());
      return answers;
    }
  }

  /** The answers have arrived whole when this returns: reading them asks the server no more. */
  private List<ResultSet> send(Statement statement, List<Query<?>> queries) throws SQLException {
    List<String> texts = new ArrayList<>(PostgresSettings.limits(deadline.remaining()));
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

  private boolean isTimeOver(SQLException thrown) {
    boolean endedByServer =
        PostgresReadProblems.isTimeout(thrown) && deadline.remaining().compareTo(ROUNDING) < 0;
    return endedByServer || watchdog.barked() || deadline.passed();
  }

  private ProblemException failed(List<Query<?>> queries, SQLException thrown) {
    String purpose = purposes(queries);
    if (interrupted) {
      return problems.interrupted(purpose);
    }
    if (isTimeOver(thrown)) {
      broken = broken || PostgresReadProblems.breaksSession(thrown);
      return ended(problems.timeRanOut(purpose, thrown));
    }
    if (PostgresReadProblems.breaksSession(thrown)) {
      broken = true;
      return ended(problems.dropped(purpose, thrown));
    }
    rollBackTurn();
    if (PostgresReadProblems.isLockTimeout(thrown)) {
      return problems.locked(purpose, lockHolder(), thrown);
    }
    Optional<Duration> limit = queries.getFirst().limit();
    if (queries.size() == 1 && limit.isPresent() && PostgresReadProblems.isTimeout(thrown)) {
      return problems.limitPassed(purpose, limit.get(), thrown);
    }
    boolean oneCulprit = queries.size() > 1 && !PostgresReadProblems.isTimeout(thrown);
    return oneCulprit ? culprit(queries, thrown) : problems.reading(purpose, role, thrown);
  }

  private ProblemException ended(ProblemException problem) {
    end = end == null ? problem : end;
    return problem;
  }

  @Override
  public void requireAlive() {
    if (end != null) {
      throw end;
    }
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
    return problems.reading(purposes(queries), role, thrown);
  }

  private void rollBackTurn() {
    try (Statement statement = wire.statement()) {
      wire.execute(statement, List.of(PostgresSettings.LOCKS_RELEASED));
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
    interruption.close();
    watchdog.close();
    Watchdog farewell = Watchdog.after(FAREWELL, wire::abort);
    try (farewell;
        connection) {
      if (!interrupted && !broken && !watchdog.barked() && !connection.isClosed()) {
        try (Statement statement = wire.statement()) {
          connection.setNetworkTimeout(Runnable::run, Deadline.millis(FAREWELL));
          statement.execute("ROLLBACK");
        }
      }
    } catch (SQLException e) {
      // The server rolls back when the connection is gone.
    }
  }
}
