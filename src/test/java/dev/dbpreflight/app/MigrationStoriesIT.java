package dev.dbpreflight.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbpreflight.cli.CommandLineRun;
import dev.dbpreflight.model.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What makes deployments die when their migration files are known, on both engines: the verdict
 * before and after, with the truth beside it.
 */
class MigrationStoriesIT {
  private static final String SHOPS =
      "CREATE TABLE shops (id integer NOT NULL PRIMARY KEY, name varchar(80) NOT NULL);";
  private static final String PRODUCTS =
      "CREATE TABLE products (id integer NOT NULL PRIMARY KEY, title varchar(80));";
  private static final String STAFF = "CREATE TABLE staff (id integer NOT NULL PRIMARY KEY);";
  private static final String HISTORY =
      "CREATE TABLE schema_migrations (version varchar(128) PRIMARY KEY);";

  @TempDir private Path folder;
  private Path files;

  /** Three migrations: of shops, products and staff. */
  @BeforeEach
  void theRelease() throws IOException {
    files = Files.createDirectories(folder.resolve("migrations"));
    file("20260101000001_shops", SHOPS, "DROP TABLE shops;");
    file("20260101000002_products", PRODUCTS, "DROP TABLE products;");
    file("20260101000003_staff", STAFF, "DROP TABLE staff;");
  }

  private void file(String name, String up, String down) throws IOException {
    Files.writeString(
        files.resolve(name + ".sql"),
        "-- migrate:up\n" + up + "\n\n-- migrate:down\n" + down + "\n",
        UTF_8);
  }

  private StoryDatabase empty(Engine engine) {
    return StoryDatabase.empty(engine, folder);
  }

  private static String recorded(int... numbers) {
    StringBuilder rows = new StringBuilder(HISTORY);
    for (int number : numbers) {
      rows.append("INSERT INTO schema_migrations VALUES ('2026010100000" + number + "');");
    }
    return rows.toString();
  }

  private CommandLineRun before(StoryDatabase database, Object... options) {
    return check(database, "before-deploy", options);
  }

  private CommandLineRun after(StoryDatabase database, Object... options) {
    return check(database, "after-deploy", options);
  }

  private CommandLineRun check(StoryDatabase database, String profile, Object... options) {
    Object[] all = new Object[options.length + 4];
    all[0] = "--profile";
    all[1] = profile;
    all[2] = "--migrations";
    all[3] = files;
    System.arraycopy(options, 0, all, 4, options.length);
    return database.check(all);
  }

  /** The lines of the report may be broken anywhere. */
  private static void says(CommandLineRun run, int exitCode, String... texts) {
    assertThat(run.err()).isEmpty();
    for (String text : texts) {
      assertThat(joined(run.out())).contains(joined(text));
    }
    assertThat(run.exitCode()).as(run.out()).isEqualTo(exitCode);
  }

  private static String joined(String text) {
    return text.replaceAll("\\s+", " ");
  }

  private static void isSilentAbout(CommandLineRun run, String... rules) {
    for (String rule : rules) {
      assertThat(run.out()).doesNotContain("[" + rule + "]");
    }
  }

  @ParameterizedTest
  @EnumSource
  void everythingIsPendingOnAFreshDatabaseAndThatIsFine(Engine engine) {
    StoryDatabase database = empty(engine);

    says(
        before(database),
        0,
        "PASS  nothing speaks against it, risk low\n",
        "· info[migration-not-applied]\n  - 3 migrations are not applied: 20260101000001,");
    database.run(SHOPS, PRODUCTS, STAFF, recorded(1, 2, 3));
    says(after(database), 0, "PASS");
  }

  @ParameterizedTest
  @EnumSource
  void theInitialMigrationMeetsAnExistingDatabase(Engine engine) {
    StoryDatabase unrecorded = empty(engine).run(SHOPS, PRODUCTS);
    StoryDatabase withTable = empty(engine).run(SHOPS, PRODUCTS, HISTORY);

    CommandLineRun run = before(unrecorded);
    says(
        run,
        1,
        "FAIL  1 reason not to deploy, risk critical\n",
        "✗ error[objects-without-history]\n",
        "- the database has 2 tables, and there is no history of dbmate\n");
    isSilentAbout(run, "database-state-not-accepted", "migration-not-applied");
    says(before(withTable), 1, "risk critical\n", "✗ error[objects-without-history]\n");
    assertThatThrownBy(() -> withTable.run(SHOPS))
        .rootCause()
        .hasMessageContaining("already exists");
    says(before(withTable.run("INSERT INTO schema_migrations VALUES ('20260101000001')")), 0);
  }

  @ParameterizedTest
  @EnumSource
  void theVersionTableSaysAppliedButTheTablesAreAbsent(Engine engine) {
    StoryDatabase database = empty(engine).run(recorded(1, 2, 3));
    empty(engine).run(SHOPS, PRODUCTS, STAFF).snapshot("20260101000003");

    says(
        before(database),
        1,
        "FAIL  1 reason not to deploy, risk critical\n",
        "✗ error[history-without-objects]\n",
        " records 20260101000003, but no object of it exists");
    StoryDatabase half = empty(engine).run(recorded(1, 2, 3), SHOPS, STAFF);
    CommandLineRun run = before(half, "--snapshots", folder);
    says(
        run,
        1,
        "✗ error[history-without-objects]\n",
        " records 20260101000003, but its table " + half.named("products") + " does not exist");
  }

  @ParameterizedTest
  @EnumSource
  void theSecondOfThreeMigrationsIsMissing(Engine engine) {
    StoryDatabase database = empty(engine).run(SHOPS, STAFF, recorded(1, 3));

    says(
        before(database),
        0,
        "· info[migration-not-applied]\n  - 1 migration is not applied: 20260101000002\n");
    CommandLineRun deployed = after(database);
    says(
        deployed,
        1,
        "✗ error[migration-not-applied]\n  - 1 migration is not applied: 20260101000002\n");
    isSilentAbout(deployed, "migration-out-of-order", "expected-object-missing");
    assertThatThrownBy(() -> database.run("SELECT title FROM products"))
        .rootCause()
        .hasMessageContaining("products");
  }

  @ParameterizedTest
  @EnumSource
  void theFileOfTheSecondMigrationIsMissing(Engine engine) throws IOException {
    Files.delete(files.resolve("20260101000002_products.sql"));
    StoryDatabase database = empty(engine).run(SHOPS, PRODUCTS, recorded(1, 2));

    CommandLineRun run = before(database);
    says(run, 1, "✗ error[applied-migration-without-file]\n", " records 20260101000002,");
    isSilentAbout(run, "database-ahead-of-release", "history-without-files");
  }

  @ParameterizedTest
  @EnumSource
  void theCodeWasDeployedAndTheSchemaWasNot(Engine engine) {
    Path release = empty(engine).run(SHOPS, PRODUCTS, STAFF).snapshot("release");
    empty(engine).run(SHOPS).snapshot("20260101000001");
    StoryDatabase database = empty(engine).run(SHOPS, recorded(1));

    CommandLineRun run = after(database, "--expect", release, "--revision", "20260101000003");
    says(
        run,
        1,
        "FAIL  1 reason to look at the schema, risk high\n",
        "✗ error[migration-not-applied]\n"
            + "  - 2 migrations are not applied: 20260101000002, 20260101000003\n");
    isSilentAbout(run, "recorded-revision-differs", "expected-object-missing");
    database.run(PRODUCTS, STAFF, "INSERT INTO schema_migrations VALUES ('20260101000002')");
    database.run("INSERT INTO schema_migrations VALUES ('20260101000003')");
    says(after(database, "--expect", release, "--revision", "20260101000003"), 0, "PASS");
  }

  @ParameterizedTest
  @EnumSource
  void theSchemaWasDeployedAndTheVersionRowWasNotWritten(Engine engine) {
    Path release = empty(engine).run(SHOPS, PRODUCTS, STAFF).snapshot("release");
    empty(engine).run(SHOPS).snapshot("20260101000001");
    StoryDatabase half = empty(engine).run(SHOPS, PRODUCTS, STAFF, recorded(1));
    StoryDatabase never = empty(engine).run(SHOPS, PRODUCTS, STAFF, HISTORY);

    says(
        before(half, "--expect", release),
        1,
        "✗ error[created-object-exists-already]\n",
        "- relation " + half.named("products") + " already exists\n");
    assertThatThrownBy(() -> half.run(PRODUCTS)).rootCause().hasMessageContaining("already exists");
    says(after(half, "--expect", release), 1, "✗ error[migration-not-applied]\n");
    says(before(never, "--expect", release), 1, "✗ error[objects-without-history]\n");
  }

  @ParameterizedTest
  @EnumSource
  void itIsAnotherApplicationsDatabase(Engine engine) {
    String invoices = "CREATE TABLE invoices (id integer PRIMARY KEY);";
    StoryDatabase sameTool =
        empty(engine)
            .run(invoices, HISTORY, "INSERT INTO schema_migrations VALUES ('20240707070707')");
    StoryDatabase otherTool =
        empty(engine)
            .run(
                invoices,
                "CREATE TABLE alembic_version (version_num varchar(32) NOT NULL,"
                    + " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num));",
                "INSERT INTO alembic_version VALUES ('a1b2c3')");

    CommandLineRun run = before(sameTool);
    says(run, 1, "FAIL  1 reason not to deploy, risk critical\n", "[history-without-files]\n");
    says(
        before(otherTool),
        1,
        "FAIL  1 reason not to deploy",
        "- the database is populated (1 table), and no history of dbmate explains it\n");
  }

  @ParameterizedTest
  @EnumSource
  void theReleaseIsDeployedTwice(Engine engine) {
    Path release = empty(engine).run(SHOPS, PRODUCTS, STAFF).snapshot("20260101000003");
    StoryDatabase database = empty(engine).run(SHOPS, PRODUCTS, STAFF, recorded(1, 2, 3));

    CommandLineRun known = before(database);
    says(known, 0, "PASS  nothing speaks against it, risk low\n");
    isSilentAbout(known, "migration-not-applied", "database-ahead-of-release");
    says(
        before(database, "--expect", release),
        0,
        "PASS  the release is deployed already, risk low\n");
  }

  @ParameterizedTest
  @EnumSource
  void theReleaseIsOlderThanTheDatabase(Engine engine) throws IOException {
    Files.delete(files.resolve("20260101000003_staff.sql"));
    StoryDatabase database = empty(engine).run(SHOPS, PRODUCTS, STAFF, recorded(1, 2, 3));

    CommandLineRun run = before(database);
    says(run, 1, "FAIL  1 reason not to deploy, risk high\n", "[database-ahead-of-release]\n");
    isSilentAbout(run, "database-state-not-accepted", "applied-migration-without-file");
  }

  @ParameterizedTest
  @EnumSource
  void somebodyChangedTheDatabaseSinceTheRevisionThatItRecords(Engine engine) {
    empty(engine).run(SHOPS).snapshot("20260101000001");
    StoryDatabase database =
        empty(engine).run(SHOPS, recorded(1), "ALTER TABLE shops ADD COLUMN town varchar(40)");

    says(before(database, "--snapshots", folder), 1, "shops.town\" is not expected\n");
    says(
        database.check("--profile", "drift", "--snapshots", folder),
        1,
        "shops.town\" is not expected\n");
  }
}
