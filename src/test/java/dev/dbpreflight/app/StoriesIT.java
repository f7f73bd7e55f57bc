package dev.dbpreflight.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbpreflight.cli.CommandLineRun;
import dev.dbpreflight.model.Engine;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.PostgresServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What makes deployments die, on both engines: the verdict before it, and where it says fail, the
 * deployment really dies.
 */
class StoriesIT {
  private static final String SHOPS =
      "CREATE TABLE shops (id integer NOT NULL PRIMARY KEY, name varchar(80) NOT NULL);";
  private static final String PRODUCTS =
      "CREATE TABLE products (id integer NOT NULL PRIMARY KEY, title varchar(80));";
  private static final String HISTORY =
      """
      CREATE TABLE alembic_version (
        version_num varchar(32) NOT NULL,
        CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num));
      """;

  @TempDir private Path folder;

  private StoryDatabase empty(Engine engine) {
    return StoryDatabase.empty(engine, folder);
  }

  private static String at(String revision) {
    return HISTORY + "INSERT INTO alembic_version VALUES ('" + revision + "');";
  }

  /** The snapshot of the release: shops as before, and products. */
  private Path release(Engine engine) {
    return empty(engine).run(SHOPS, PRODUCTS).snapshot("v2");
  }

  private static void says(CommandLineRun run, int exitCode, String... lines) {
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains(lines);
    assertThat(run.exitCode()).as(run.out()).isEqualTo(exitCode);
  }

  @ParameterizedTest
  @EnumSource
  void theFirstDeploymentOfAllMeetsAFreshDatabase(Engine engine) {
    StoryDatabase database = empty(engine);

    says(
        database.check("--expect", release(engine)),
        0,
        "PASS  nothing speaks against it, risk low\n✅ Database appears to be fresh\n");
    database.run(SHOPS, PRODUCTS);
  }

  @ParameterizedTest
  @EnumSource
  void anInitialMigrationMeetsTablesThatSomebodyMadeBefore(Engine engine) {
    StoryDatabase database = empty(engine).run(SHOPS);

    says(
        database.check("--expect", release(engine)),
        1,
        "FAIL  1 reason not to deploy, risk critical\n",
        "- relation " + database.named("shops") + " already exists\n");
    assertThatThrownBy(() -> database.run(SHOPS))
        .rootCause()
        .hasMessageContaining("already exists");
  }

  @ParameterizedTest
  @EnumSource
  void theVersionTableSaysAppliedButTheTablesAreAbsent(Engine engine) {
    StoryDatabase database = empty(engine).run(at("v1"));

    says(
        database.check(),
        1,
        "risk critical\n⚠️ Database has alembic_version table but no app tables\n",
        "✗ error[history-without-objects]\n",
        " records v1, but no object of it exists\n");
    says(database.check("--accept", "incomplete"), 1, "risk critical\n");
  }

  @ParameterizedTest
  @EnumSource
  void aVersionTableAloneThatClaimsNothingIsAMediumRisk(Engine engine) {
    StoryDatabase database = empty(engine).run(HISTORY);

    says(
        database.check("--expect", release(engine)),
        0,
        "PASS  nothing speaks against it, risk medium\n"
            + "⚠️ Database has alembic_version table but no app tables\n");
    database.run(SHOPS, PRODUCTS);
  }

  @ParameterizedTest
  @EnumSource
  void theDatabaseIsAtTheRevisionThatItRecords(Engine engine) {
    Path release = release(engine);
    StoryDatabase database = empty(engine).run(SHOPS, at("v1"));
    database.snapshot("v1");

    says(
        database.check("--expect", release),
        0,
        "PASS  nothing speaks against it, risk low\n📦 Database has existing application tables\n",
        ": at v1\n",
        "(v1)\n");
    database.run(PRODUCTS);
  }

  @ParameterizedTest
  @EnumSource
  void somebodyChangedTheDatabaseSinceTheRevisionThatItRecords(Engine engine) {
    Path release = release(engine);
    empty(engine).run(SHOPS).snapshot("v1");
    StoryDatabase database =
        empty(engine).run(SHOPS, at("v1"), "ALTER TABLE shops ADD COLUMN town varchar(40)");

    says(database.check("--expect", release), 1, "shops.town\" is not expected\n");
  }

  @ParameterizedTest
  @EnumSource
  void theReleaseIsDeployedAlready(Engine engine) {
    Path release = release(engine);
    StoryDatabase recorded = empty(engine).run(SHOPS, PRODUCTS, at("v2"));
    StoryDatabase unrecorded = empty(engine).run(SHOPS, PRODUCTS);

    says(
        recorded.check("--expect", release),
        0,
        "PASS  the release is deployed already, risk low\n",
        "next  nothing to do\n");
    says(
        unrecorded.check("--expect", release),
        0,
        "PASS  the release is deployed already, risk low\n",
        "next  nothing to deploy; no history records it");
    says(recorded.check("--expect", release, "--format", "json"), 0, "\"alreadyDeployed\" : true");
  }

  @ParameterizedTest
  @EnumSource
  void theReleaseIsThereButTheHistoryWouldCreateItOnceMore(Engine engine) {
    Path release = release(engine);
    empty(engine).run(SHOPS).snapshot("v1");
    StoryDatabase database = empty(engine).run(SHOPS, PRODUCTS, at("v1"));

    says(
        database.check("--expect", release),
        1,
        "risk critical\n",
        "- relation " + database.named("products") + " already exists\n");
    assertThatThrownBy(() -> database.run(PRODUCTS))
        .rootCause()
        .hasMessageContaining("already exists");
  }

  @ParameterizedTest
  @EnumSource
  void theCodeWasDeployedAndTheSchemaWasNot(Engine engine) {
    Path release = release(engine);
    StoryDatabase forgotten = empty(engine).run(SHOPS, at("v1"));
    StoryDatabase stamped = empty(engine).run(SHOPS, at("v2"));

    says(
        forgotten.check("--profile", "drift", "--expect", release),
        1,
        "- table " + forgotten.named("products") + " does not exist\n");
    says(
        stamped.check("--expect", release),
        1,
        "risk critical\n",
        " records v2, but its table " + stamped.named("products"),
        "next  Restore the objects from a backup");
    assertThatThrownBy(() -> forgotten.run("SELECT title FROM products"))
        .rootCause()
        .hasMessageContaining("products");
  }

  @ParameterizedTest
  @EnumSource
  void itIsAnotherApplicationsDatabase(Engine engine) {
    StoryDatabase database = empty(engine).run("CREATE TABLE invoices (id integer PRIMARY KEY)");

    says(
        database.check("--expect", release(engine)),
        1,
        "- the database is populated (1 table), none of it is the release's, and\n"
            + "    nothing else explains it\n",
        "next  Point at the database that was meant.");
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsKnownAboutAPopulatedDatabaseAndTheAdviceHelps(Engine engine) {
    StoryDatabase database = empty(engine).run(SHOPS);

    says(
        database.check(),
        1,
        "- the database is populated (1 table) and nothing says what it should contain\n",
        "--expect FILE",
        "--accept populated");
    says(database.check("--accept", "populated"), 0, "PASS");
    says(database.check("--expect", database.snapshot("v1")), 0, "PASS");
  }

  /** A role that may not read the history gets no pass, and the grant that is named helps. */
  @Test
  void theHistoryMayNotBeReadAndTheAdviceHelps() {
    PostgresServer server = Databases.newest();
    String database = server.createDatabase(at("v1"));
    server.run(
        "postgres",
        "CREATE ROLE looker LOGIN",
        "GRANT CONNECT ON DATABASE " + database + " TO looker");
    String url = server.url("looker", database);

    says(
        CommandLineRun.of("check", url),
        3,
        "INCONCLUSIVE",
        "history-without-objects (required)",
        "next  GRANT SELECT ON public.alembic_version TO looker\n");

    server.run(database, "GRANT SELECT ON public.alembic_version TO looker");
    says(CommandLineRun.of("check", url), 1, "✗ error[history-without-objects]\n");
  }
}
