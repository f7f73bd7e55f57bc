package dev.dbpreflight.app;

import dev.dbpreflight.connect.ConnectOptions;
import dev.dbpreflight.connect.Connector;
import dev.dbpreflight.connect.DatabaseUrl;
import dev.dbpreflight.connect.Deadline;
import dev.dbpreflight.connect.Pauses;
import dev.dbpreflight.connect.Retry;
import dev.dbpreflight.connect.Session;
import dev.dbpreflight.connect.SqliteUrl;
import dev.dbpreflight.introspect.Introspector;
import dev.dbpreflight.introspect.Observation;
import dev.dbpreflight.introspect.Observer;
import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.problem.Problem;
import dev.dbpreflight.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Looks at targets, read-only and within the deadline. */
final class Looker {
  private final Surroundings surroundings;

  Looker(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Everything that rules may want to know. */
  Look at(
      Connection connection,
      ConnectOptions options,
      Optional<String> migratingRole,
      Further further) {
    return look(
        find(connection),
        options,
        migratingRole,
        (observer, session) -> {
          Observation seen = observer.observe(session);
          further.ask(session, seen);
          return seen;
        });
  }

  /** What is asked in the same session after everything was seen. */
  interface Further {
    void ask(Session session, Observation seen);
  }

  /** Schema and histories, where nobody judges. */
  Look atSchema(Connection connection) {
    return look(
        find(connection), options(connection.times()), Optional.empty(), Observer::observeSchema);
  }

  /**
   * Schema and histories of something that has to be there: a missing file is fresh for a check, an
   * error here.
   */
  Look atExistingSchema(DatabaseUrl url, ConnectOptions options) {
    if (url instanceof SqliteUrl file && file.missing()) {
      throw new ProblemException(
          ExitCode.INCONCLUSIVE,
          new Problem(
              "cannot read \"" + url.masked() + "\": there is no such file",
              url.place(),
              "without a database there is no schema to read",
              "correct the path"));
    }
    return look(url, options, Optional.empty(), Observer::observeSchema);
  }

  private interface Extent {
    Observation observe(Observer observer, Session session);
  }

  private Look look(
      DatabaseUrl url, ConnectOptions options, Optional<String> migratingRole, Extent extent) {
    Instant started = surroundings.clock().instant();
    Progress progress = surroundings.progress();
    progress.begins("connecting to", url.place());
    try (Session session = Connector.open(url, options)) {
      progress.begins("reading the catalog of", url.masked());
      Introspector introspector = Wiring.introspector(session.engine(), migratingRole);
      Observation observation = extent.observe(new Observer(introspector), session);
      Duration elapsed = Duration.between(started, surroundings.clock().instant());
      return new Look(url, observation, session.traffic(), started, elapsed);
    }
  }

  DatabaseUrl find(Connection connection) {
    DatabaseUrl url = surroundings.targets().find(connection.url());
    url.notes().forEach(surroundings.progress()::remarks);
    return url;
  }

  /** The time begins now. */
  ConnectOptions options(Times times) {
    return new ConnectOptions(
        Deadline.after(times.timeout()),
        times.connectTimeout(),
        new Retry(times.connectRetry(), Pauses.REAL, surroundings.progress()::retries),
        surroundings.interruption());
  }
}
