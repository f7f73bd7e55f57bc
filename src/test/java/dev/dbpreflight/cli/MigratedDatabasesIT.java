package dev.dbpreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.support.AlembicProject;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.PostgresServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fresh, incomplete or populated: databases as the real Alembic and the real Flyway leave them. */
class MigratedDatabasesIT {
  private final PostgresServer server = Databases.newest();
  private String database;

  @TempDir private Path folder;

  @BeforeEach
  void emptyDatabase() {
    database = server.createDatabase();
  }

  @Test
  void databaseBeforeTheFirstMigrationIsFresh() {
    CommandLineRun run = check();

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("✅ Database appears to be fresh");
  }

  @Test
  void alembicThatHasAppliedNothingLeavesAnIncompleteDatabase() {
    alembic("ensure_version");

    CommandLineRun run = check();
    assertThat(run.out()).contains("⚠️ Database has alembic_version table but no app tables");
    assertThat(json()).contains("\"state\" : \"incomplete\"", "\"risk\" : \"medium\"");
  }

  @Test
  void alembicThatHasAppliedEverythingLeavesAPopulatedDatabase() {
    alembic("upgrade", "head");

    CommandLineRun run = check();
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("database-state-not-accepted");
    assertThat(json())
        .contains("\"state\" : \"populated\"", "\"tool\" : \"Alembic\"", "\"second\"");
  }

  @Test
  void historySaysAppliedButObjectsAreAbsent() {
    alembic("stamp", "head");

    CommandLineRun run = check();
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("history-without-objects");
    assertThat(json()).contains("\"state\" : \"incomplete\"", "\"risk\" : \"critical\"");
  }

  @Test
  void failedFirstMigrationLeavesAnEmptyHistoryTable() throws IOException {
    write("V1__first.sql", "create table a (id integer); create tabel b (id integer);");
    assertThat(failure(flyway())).isNotEmpty();

    CommandLineRun run = check();
    assertThat(run.out()).contains("⚠️ Database has flyway_schema_history table but no app tables");
    assertThat(json()).contains("\"state\" : \"incomplete\"", "\"applied\" : 0");
  }

  @Test
  void failedMigrationWithoutATransactionLeavesItsTablesAndNoRow() throws IOException {
    write("V1__first.sql", "create table a (id integer); create tabel b (id integer);");
    write("V1__first.sql.conf", "executeInTransaction=false");
    assertThat(failure(flyway())).isNotEmpty();

    assertThat(json()).contains("\"state\" : \"populated\"", "\"applied\" : 0");
  }

  @Test
  void flywayWithCallbacksAndRepeatablesIsRecognised() throws IOException {
    write("V1__first.sql", "create table a (id integer primary key);");
    write("V1.10__second.sql", "create table b (id integer primary key);");
    write("V1.9__between.sql", "create table c (id integer primary key);");
    write("R__view.sql", "create or replace view v as select id from a;");
    flyway().load().migrate();

    assertThat(json()).contains("\"state\" : \"populated\"", "\"tool\" : \"Flyway\"", "\"1.10\"");
  }

  @Test
  void managedProviderCreatesAFunctionOrAnExtensionInEveryNewDatabase() {
    server.run("postgres", "create role rdsadmin");
    server.run(
        database,
        """
        create function public.db_session_replication_role(text) returns text
          language sql security definer as 'select $1';
        alter function public.db_session_replication_role(text) owner to rdsadmin;
        create extension pg_stat_statements;
        """);

    CommandLineRun run = check();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("✅ Database appears to be fresh");
  }

  @Test
  void severalApplicationsWithSeveralHistoryTables() throws IOException {
    write("V1__first.sql", "create table first_table (id integer primary key);");
    flyway().schemas("one").load().migrate();
    flyway().schemas("two").table("flyway_of_two").load().migrate();
    flyway().schemas("one").table("flyway_too").baselineOnMigrate(true).load().migrate();
    alembic("upgrade", "head");

    assertThat(json())
        .contains(
            "\"table\" : \"public.alembic_version\"",
            "\"table\" : \"one.flyway_schema_history\"",
            "\"table\" : \"one.flyway_too\"",
            "\"table\" : \"two.flyway_of_two\"");
  }

  @Test
  void schemaOfTheRecordedRevisionIsAPass() throws IOException {
    alembic("upgrade", "first");
    Path snapshots = Files.createDirectory(folder.resolve("schema-snapshots"));
    CommandLineRun snapshot =
        CommandLineRun.of(
            "snapshot", server.url(database), "-o", snapshots.resolve("first.json").toString());
    assertThat(snapshot.exitCode()).as(snapshot.err()).isZero();

    CommandLineRun same =
        CommandLineRun.of("check", server.url(database), "--snapshots", snapshots.toString());
    assertThat(same.exitCode()).as(same.out() + same.err()).isZero();

    server.run(database, "alter table first_table alter column name type varchar(11)");
    CommandLineRun drifted =
        CommandLineRun.of("check", server.url(database), "--snapshots", snapshots.toString());
    assertThat(drifted.exitCode()).isEqualTo(1);
    assertThat(drifted.out()).contains("public.first_table.name");
  }

  private CommandLineRun check() {
    return CommandLineRun.of("check", server.url(database));
  }

  private String json() {
    return CommandLineRun.of("check", server.url(database), "--format", "json").out();
  }

  private FluentConfiguration flyway() {
    String[] user = URI.create(server.url(database)).getUserInfo().split(":", 2);
    return Flyway.configure()
        .dataSource(
            "jdbc:postgresql://" + server.host() + ":" + server.port() + "/" + database,
            user[0],
            user.length > 1 ? user[1] : "")
        .locations("filesystem:" + folder)
        .loggers("slf4j");
  }

  private static String failure(FluentConfiguration configuration) {
    try {
      configuration.load().migrate();
      return "";
    } catch (FlywayException e) {
      return e.getMessage();
    }
  }

  private void alembic(String... arguments) {
    AlembicProject.in(folder, server.url(database)).run(arguments).successful();
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
