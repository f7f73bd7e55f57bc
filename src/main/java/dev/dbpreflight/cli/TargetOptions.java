package dev.dbpreflight.cli;

import dev.dbpreflight.app.Connection;
import java.util.Optional;
import picocli.CommandLine.Mixin;
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

  @Mixin private TimeOptions times;

  Connection connection() {
    return new Connection(url, times.times());
  }
}
