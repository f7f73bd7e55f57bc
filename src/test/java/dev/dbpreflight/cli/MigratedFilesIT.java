package dev.dbpreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.support.AlembicProject;
import dev.dbpreflight.support.Command;
import dev.dbpreflight.support.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was said before, and what the real Alembic and the real Flyway then do: SQLite files, where
 * a migration that fails stays half applied.
 */
class MigratedFilesIT {
  private static final String FIRST_BY_HAND =
      "CREATE TABLE first_table (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(10) NOT NULL"
          + " UNIQUE);";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void path() {
    file = folder.resolve("app.db");
  }

  @Test
  void alembicThatHasAppliedNothingLeavesAnIncompleteDatabase() {
    alembic().run("ensure_version").successful();

    says(0, "risk medium\n⚠️ Database has alembic_version table but no app tables\n");
    alembic().run("upgrade", "head").successful();
  }

  @Test
  void alembicSkipsWhatIsOnlyStamped() {
    alembic().run("stamp", "head").successful();

    says(1, "risk critical\n", "[history-without-objects]");
    alembic().run("upgrade", "head").successful();
    assertThat(CommandLineRun.of("status", path("app.db")).out())
        .contains("incomplete: no objects");
  }

  @Test
  void alembicGoesOnFromTheRevisionWhoseSnapshotIsThere() {
    Path head = headSnapshot();
    alembic().run("upgrade", "first").successful();
    snapshot("app.db", "first.json");

    says(0, "PASS  nothing speaks against it, risk low\n", "(first)", "--expect", head.toString());
    alembic().run("upgrade", "head").successful();
    says(
        0,
        "PASS  the release is deployed already, risk low\n",
        "(second)",
        "--expect",
        head.toString());
  }

  @Test
  void alembicDiesOnTablesThatTheApplicationMadeItself() {
    Path head = headSnapshot();
    Databases.sqliteRun(file, FIRST_BY_HAND);

    says(
        1,
        "risk critical\n",
        "relation \"first_table\" already exists",
        "--expect",
        head.toString());
    Command.Result died = alembic().run("upgrade", "head");
    assertThat(died.exitCode()).isNotZero();
    assertThat(died.err()).contains("table first_table already exists");
  }

  @Test
  void alembicThatFailedLeavesATableThatItDoesNotKnow() {
    Path head = headSnapshot();
    assertThat(alembic().breaking("first").run("upgrade", "head").exitCode()).isNotZero();

    says(
        1,
        "Alembic, alembic_version: nothing applied\n",
        "relation \"first_table\" already exists",
        "--expect",
        head.toString());
    assertThat(alembic().run("upgrade", "head").err()).contains("table first_table already exists");
  }

  @Test
  void flywayGoesOnFromTheVersionWhoseSnapshotIsThere() throws IOException {
    Files.writeString(folder.resolve("V1__first.sql"), FIRST_BY_HAND);
    flyway().migrate();
    snapshot("app.db", "1.json");

    says(0, "Flyway, flyway_schema_history: at 1\n", "(1)", "--snapshots", folder.toString());
  }

  @Test
  void flywayThatFailedOnItsFirstFileLeavesAnIncompleteDatabase() throws IOException {
    Files.writeString(folder.resolve("V1__first.sql"), "nonsense;");
    try {
      flyway().migrate();
    } catch (FlywayException expected) {
      assertThat(expected).hasMessageContaining("nonsense");
    }

    says(0, "⚠️ Database has flyway_schema_history table but no app tables\n", ": nothing applied");
  }

  private AlembicProject alembic() {
    return AlembicProject.in(folder, "sqlite:///" + file);
  }

  private Flyway flyway() {
    return Flyway.configure()
        .dataSource("jdbc:sqlite:" + file, null, null)
        .locations("filesystem:" + folder)
        .loggers("slf4j")
        .load();
  }

  /** What the real Alembic makes of an empty file. */
  private Path headSnapshot() {
    Path empty = folder.resolve("empty.db");
    AlembicProject.in(folder, "sqlite:///" + empty).run("upgrade", "head").successful();
    return snapshot("empty.db", "second.json");
  }

  private Path snapshot(String database, String name) {
    CommandLineRun run = CommandLineRun.of("snapshot", path(database), "-o", path(name));
    assertThat(run.exitCode()).as(run.err()).isZero();
    return folder.resolve(name);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  /** The report holds both texts. */
  private void says(int exitCode, String first, String second, String... options) {
    String[] words = new String[options.length + 2];
    words[0] = "check";
    words[1] = file.toString();
    System.arraycopy(options, 0, words, 2, options.length);

    CommandLineRun run = CommandLineRun.of(words);
    assertThat(run.out()).contains(first, second);
    assertThat(run.exitCode()).as(run.out()).isEqualTo(exitCode);
  }

  private void says(int exitCode, String text) {
    says(exitCode, text, text);
  }
}
