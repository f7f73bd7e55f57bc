package dev.dbpreflight.cli;

import dev.dbpreflight.app.Connection;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which database, and how long to wait for it. */
final class TargetOptions {
  @Parameters(
      arity = "0..1",
      paramLabel = "URL",
      description = {
        "postgresql://user@host:5432/name",
        "sqlite:///file.db, or the path of a SQLite file",
        "or any spelling that SQLAlchemy, JDBC or libpq know.",
        "Default: DATABASE_URL, else the PG* variables."
      })
  private Optional<String> url = Optional.empty();

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "60s",
      converter = DurationConverter.class,
      description = "For the whole run: 500ms, 60s, 2m. Default: ${DEFAULT-VALUE}.")
  private Duration timeout;

  @Option(
      names = "--connect-timeout",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "For making the connection. Default: the URL's connect_timeout, else 10s.")
  private Optional<Duration> connectTimeout = Optional.empty();

  Connection connection() {
    return new Connection(url, timeout, connectTimeout);
  }
}
