package dev.dbpreflight.connect;

import dev.dbpreflight.connect.PostgresTurn.Manner;
import dev.dbpreflight.model.Engine;
import dev.dbpreflight.model.ServerVersion;
import dev.dbpreflight.problem.Interruption;
import dev.dbpreflight.problem.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The one transaction on a PostgreSQL server, which is begun anew as long as nothing was answered
 * and another moment may be a better one.
 */
final class PostgresSession implements Session {
  /** The server counts whole milliseconds, and may be done a moment before the deadline. */
  private static final Duration ROUNDING = Duration.ofMillis(20);

  private static final Duration FAREWELL = Duration.ofMillis(500);
  private static final int NAMED_PURPOSES = 3;
  private static final int LOOKS = 8;

  /** Well below deadlock_timeout, which is a second unless somebody has changed it. */
  private static final Duration LOCK_PATIENCE = Duration.ofMillis(300);

  private static final Duration PAUSE = Duration.ofMillis(50);

  private final PostgresUrl url;
  private final Connection connection;
  private final PostgresWire wire;
  private final SharedReading sharing;
  private final Deadline deadline;
  private final PostgresReadProblems problems;
  private final Watchdog watchdog;
  private final Interruption.Watch interruption;
  private volatile boolean interrupted;
  private ServerFacts server;
  private boolean pooled;
  private boolean broken;
  private ProblemException end;
  private boolean answered;

  /**
   * @param way how the connection was made
   */
  PostgresSession(
      PostgresUrl url,
      Connection connection,
      Reached way,
      ConnectOptions options,
      PostgresProblems problems) {
    this.url = url;
    this.connection = connection;
    this.deadline = options.deadline();
    this.wire = new PostgresWire(connection, deadline);
    this.sharing = new SharedReading(way, wire, deadline);
    this.problems = new PostgresReadProblems(url, deadline, problems);
    this.watchdog =
        Watchdog.after(
            deadline.remaining().plus(PostgresWire.GRACE),
            this::abort,
            options.interruption().lastResort().prepare(this.problems.outOfTime().problem()));
    this.interruption = options.interruption().during(this::interrupt);
  }

  private void interrupt() {
    interrupted = true;
    sharing.cancel();
    wire.cancel();
  }

  private void abort() {
    sharing.abort();
    wire.abort();
  }

  /** Begins the transaction: one round trip. */
  void begin() throws SQLException {
    server = wire.begin("");
    pooled = wire.isToldOfAnother(server.process());
  }

  boolean standby() {
    return server.standby();
  }

  boolean readOnlyByDefault() {
    return server.readOnlyByDefault();
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
    return server.version();
  }

  @Override
  public boolean pooled() {
    return pooled;
  }

  @Override
  public String role() {
    return server.role();
  }

  @Override
  public Traffic traffic() {
    return wire.traffic().plus(sharing.traffic());
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
   * somebody has dropped since. As long as nothing was answered, another moment is as good. That
   * holds for locks too: whoever has waited longest when two wait for each other is ended by the
   * server, and that must not be a migration.
   */
  private Answers firstTurn(List<Query<?>> queries) throws SQLException {
    Deadline patience = Deadline.after(PostgresSettings.lockShare(deadline.remaining()));
    for (int look = 1; ; look++) {
      try {
        return look(look, queries, patience.atMost(LOCK_PATIENCE));
      } catch (SQLException e) {
        boolean heals =
            PostgresReadProblems.isLockTimeout(e)
                ? !patience.passed()
                : PostgresReadProblems.isDroppedMeanwhile(e) && look < LOOKS;
        if (!heals || deadline.passed() || watchdog.barked()) {
          throw e;
        }
        beginAnew(deadline.atMost(PAUSE.multipliedBy(Math.min(look, LOOKS))));
      }
    }
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

  /** The first look may be shared; one that follows must not disturb others a second time. */
  private Answers look(int number, List<Query<?>> queries, Duration lock) throws SQLException {
    boolean much = server.large() && queries.stream().anyMatch(Query::large);
    String snapshot = much && !pooled && number == 1 ? exported() : "";
    return snapshot.isEmpty() ? turn(queries, lock) : sharing.ask(queries, server, snapshot, lock);
  }

  /** Empty where it cannot be, or should not. */
  private String exported() throws SQLException {
    try {
      return SecondSession.exported(wire);
    } catch (SQLException e) {
      if (PostgresReadProblems.breaksSession(e)) {
        throw e;
      }
      beginAnew(Duration.ZERO);
      return "";
    }
  }

  private Answers turn(List<Query<?>> queries) throws SQLException {
    return turn(queries, PostgresSettings.lockShare(deadline.remaining()));
  }

  private Answers turn(List<Query<?>> queries, Duration lock) throws SQLException {
    Manner manner = server.large() ? Manner.COPIED : Manner.TOGETHER;
    PostgresTurn turn = new PostgresTurn(queries, manner, deadline, lock);
    turn.ask(wire);
    return turn.answers();
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
    return oneCulprit ? culprit(queries, thrown) : problems.reading(purpose, server.role(), thrown);
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
    return problems.reading(purposes(queries), server.role(), thrown);
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
