package dev.dbpreflight.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import dev.dbpreflight.problem.Problem;
import dev.dbpreflight.problem.ProblemException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose migrations a folder has, where they are looked for, and what is said if there are none. */
class MigrationFolderTest {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  @TempDir private Path project;

  @ParameterizedTest
  @CsvSource({
    "GOLANG_MIGRATE, 1_a.up.sql, ''",
    "GOLANG_MIGRATE, 1_a.up.sql, Cargo.toml go.mod",
    "SQLX, 1_a.up.sql, Cargo.toml",
    "SQLX, 1_a.sql, Cargo.toml",
    "FLYWAY, V1__a.sql, ''",
    "REFINERY, V1__a.sql, Cargo.toml",
    "DIESEL, 1_a/up.sql, ''",
    "PRISMA, 1_a/migration.sql, ''",
    "DRIZZLE, 1_a/migration.sql, migrations/1_a/snapshot.json",
    "PRISMA, 1_a/migration.sql, migrations/migration_lock.toml",
    "ATLAS, 1_a.sql, migrations/atlas.sum",
    "NUMBERED_SQL, 1_a.sql, ''",
    "NUMBERED_SQL, V1_a.sql, ''"
  })
  void tellsLookAlikesApart(MigrationTool tool, String file, String beside) throws IOException {
    write("migrations/" + file, "select 1;");
    for (String other : beside.split(" ")) {
      write(other.isEmpty() ? "README.md" : other, "");
    }

    assertThat(read("migrations", Optional.empty()).tool()).isEqualTo(tool);
    assertThat(read(".", Optional.empty()).tool()).isEqualTo(tool);
    assertThat(MigrationFolder.find(project).map(Migrations::tool)).contains(tool);
  }

  @ParameterizedTest
  @CsvSource({
    "GOLANG_MIGRATE, 1_a.up.sql",
    "SQLX, 1_a.up.sql",
    "SQLX, 1_a.sql",
    "GOOSE, 1_a.sql",
    "SUPABASE, 1_a.sql",
    "ATLAS, 1_a.sql",
    "FLYWAY, V1__a.sql",
    "REFINERY, V1__a.sql",
    "PRISMA, 1_a/migration.sql",
    "DRIZZLE, 1_a/migration.sql"
  })
  void takesTheToolThatIsKnownFromElsewhere(MigrationTool tool, String file) throws IOException {
    write("migrations/" + file, "select 1;");

    Migrations migrations = read("migrations", Optional.of(tool));
    assertThat(migrations.tool()).isEqualTo(tool);
    assertThat(migrations.files()).singleElement();
  }

  @Test
  void historyOfDbmateOrRailsIsDbmates() throws IOException {
    write("db/migrations/1_a.sql", "-- migrate:up\nselect 1;\n-- migrate:down\n");

    assertThat(read(".", Optional.of(MigrationTool.DBMATE_OR_RAILS)).tool())
        .isEqualTo(MigrationTool.DBMATE);
  }

  @Test
  void sqlOfRailsIsNotTakenForDbmates() throws IOException {
    write("db/migrations/1_a.sql", "select 1;");

    assertThat(read("db/migrations", Optional.empty()).tool())
        .isEqualTo(MigrationTool.NUMBERED_SQL);
  }

  @ParameterizedTest
  @CsvSource({
    "GOOSE, .env, GOOSE_MIGRATION_DIR=./store/steps, store/steps/1_a.sql, -- +goose Up",
    "DBMATE, .env, export DBMATE_MIGRATIONS_DIR='store/steps', store/steps/1_a.sql, -- migrate:up",
    "DRIZZLE, drizzle.config.ts, out: \"./store\", store/meta/_journal.json, {}",
    "PRISMA, prisma.config.ts, migrations: { path: \"store\" }, store/migration_lock.toml, x",
    "ATLAS, atlas.hcl, dir = \"file://store\", store/atlas.sum, x",
    "SQLX, sqlx.toml, migrations-dir = \"store\", store/1_a.sql, select 1;",
    "DIESEL, diesel.toml, '[migrations_directory]\ndir = \"store\"', store/1_a/up.sql, select 1;",
    "FLYWAY, flyway.conf, flyway.locations=filesystem:store/here, store/here/V1__a.sql, select 1;",
    "FLYWAY, flyway.toml, '[flyway]\nlocations = [\"filesystem:store\"]', store/V1__a.sql, x"
  })
  void looksWhereTheConfigurationSays(
      MigrationTool tool, String configuration, String setting, String file, String content)
      throws IOException {
    write(configuration, setting + "\n");
    write(file, content + "\n");
    if (tool == MigrationTool.SQLX) {
      write("Cargo.toml", "");
    }

    assertThat(MigrationFolder.find(project).map(Migrations::tool)).contains(tool);
  }

  @Test
  void doesNotChooseBetweenTwoTools() throws IOException {
    write("prisma/migrations/migration_lock.toml", "");
    write("db/migration/V1__a.sql", "select 1;");

    assertThat(problem(".", Optional.empty()).what())
        .isEqualTo(
            "cannot choose between the migrations of Prisma in \"./prisma/migrations\""
                + " and Flyway in \"./db/migration\"");
    assertThat(problem(".", Optional.empty()).next())
        .isEqualTo("name one of the folders: --migrations ./prisma/migrations");
    assertThat(read(".", Optional.of(MigrationTool.FLYWAY)).folder()).isEqualTo("./db/migration");
  }

  @Test
  void saysWhoseFilesThereAreInstead() throws IOException {
    write("sql/V1__a.sql", "select 1;");

    assertThat(problem("sql", Optional.of(MigrationTool.GOOSE)).what())
        .isEqualTo(
            "cannot find migrations of goose in \"sql\", but files that look like those of Flyway");
  }

  @Test
  void saysWhenAToolsFilesCannotBeRead() {
    assertThat(problem(".", Optional.of(MigrationTool.LARAVEL)).next())
        .isEqualTo("leave --migrations out: files of Laravel cannot be read yet");
  }

  @Test
  void saysThatThereIsNothing() throws IOException {
    write("README.md", "nothing");

    assertThat(problem(".", Optional.empty()).what()).isEqualTo("cannot find migrations in \".\"");
    assertThat(MigrationFolder.find(project)).isEmpty();
  }

  @Test
  void saysThatAFolderIsMissingOrAFile() throws IOException {
    write("file.sql", "select 1;");

    assertThat(problem("nowhere", Optional.empty()).what())
        .isEqualTo("cannot read the migrations in \"nowhere\": there is no such folder");
    assertThat(problem("file.sql", Optional.empty()).what())
        .isEqualTo("cannot read the migrations in \"file.sql\": it is not a folder");
  }

  @Test
  void numberedFilesAreTheLastResort() throws IOException {
    write("migrations/1_a.sql", "-- +goose Up\nselect 1;\n");
    write("sql/1_report.sql", "select 1;\n");

    assertThat(MigrationFolder.find(project).map(Migrations::tool)).contains(MigrationTool.GOOSE);
  }

  @Test
  void doesNotWalkThroughAProject() throws IOException {
    write("node_modules/tool/migrations/V1__a.sql", "select 1;");
    write("target/classes/db/V1__a.sql", "select 1;");
    write("deep/er/and/deeper/db/V1__a.sql", "select 1;");

    assertThat(MigrationFolder.find(project)).isEmpty();
    assertThat(problem(".", Optional.empty()).what()).contains("cannot find migrations");
  }

  @Test
  void readsThousandsOfFilesInNoTime() throws IOException {
    Path folder = Files.createDirectories(project.resolve("db/migration"));
    for (int number = 1; number <= 5_000; number++) {
      Files.writeString(
          folder.resolve("V" + number + "__step.sql"),
          "create table t%d (id bigint primary key, name text not null);\n".formatted(number));
    }
    List<Path> paths = listed(folder);
    read("db/migration", Optional.empty());

    // Not by the clock on the wall: the machine may be busy.
    long start = THREADS.getCurrentThreadCpuTime();
    for (Path path : paths) {
      Files.readAllBytes(path);
    }
    long plain = THREADS.getCurrentThreadCpuTime() - start;
    List<MigrationFile> files = read("db/migration", Optional.empty()).files();
    long ours = THREADS.getCurrentThreadCpuTime() - start - plain;
    assertThat(ours / 1_000_000)
        .as("milliseconds, where reading the bytes alone takes " + plain / 1_000_000)
        .isLessThan(500 + 5 * plain / 1_000_000);
    assertThat(files).hasSize(5_000);
    assertThat(files.getLast().id()).isEqualTo("5000");
  }

  private static List<Path> listed(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private Migrations read(String folder, Optional<MigrationTool> tool) {
    return MigrationFolder.read(project.resolve(folder).normalize(), folder, tool);
  }

  private Problem problem(String folder, Optional<MigrationTool> tool) {
    return assertThatThrownBy(() -> read(folder, tool))
        .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
        .actual()
        .problem();
  }

  private void write(String path, String content) throws IOException {
    Path file = project.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
