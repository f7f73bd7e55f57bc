package dev.dbpreflight.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.checks.CheckFiles;
import dev.dbpreflight.report.Report;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.PostgresServer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How often a whole check waits for the server must not depend on what the server holds. */
class RoundTripsIT {
  private static final int MOST = 12;

  static java.util.List<Integer> versions() {
    return Databases.versions();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void doNotGrowWithTheNumberOfTables(int major) {
    PostgresServer server = Databases.postgres(major);
    Report.Timing few = check(server, tables(2)).timing();
    Report.Timing many = check(server, tables(150)).timing();

    assertThat(many.roundTrips()).isEqualTo(few.roundTrips()).isLessThanOrEqualTo(MOST);
    assertThat(many.statements()).isEqualTo(few.statements());
  }

  private static Report check(PostgresServer server, String script) {
    String url = server.url(server.createDatabase(script));
    Surroundings place =
        new Surroundings(
            Map.of(),
            Path.of(""),
            Path.of(""),
            "postgres",
            InstantSource.system(),
            Progress.SILENT);
    return new CheckTarget(place)
        .check(
            new CheckRequest(
                Connection.to(url),
                CheckFiles.shipped("before-deploy").profile(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ""));
  }

  private static String tables(int count) {
    return """
    create table alembic_version (version_num varchar(32) primary key);
    insert into alembic_version values ('v1');
    do $$ begin
      for i in 1..%d loop
        execute format('create table t%%s (id integer generated always as identity primary key,'
          || ' name text not null default ''x'', check (length(name) > 0))', i);
        execute format('create index on t%%s (lower(name))', i);
        execute format('insert into t%%s default values', i);
      end loop;
    end $$;
    """
        .formatted(count);
  }
}
