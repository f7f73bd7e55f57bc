package dev.dbpreflight.app;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dbpreflight.checks.CheckFile;
import dev.dbpreflight.checks.CheckFiles;
import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.problem.ProblemException;
import dev.dbpreflight.report.ProjectFinds;
import dev.dbpreflight.report.ProjectText;
import dev.dbpreflight.report.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BeginProjectTest {
  private static final Path FILE = Path.of("dbpreflight.yaml");

  @TempDir private Path project;

  private ProjectFinds begin(Map<String, String> environment, Path file, boolean force) {
    Surroundings place =
        new Surroundings(
            environment, project, project, "app", InstantSource.system(), Progress.SILENT);
    return new BeginProject(place).begin(file, force);
  }

  private String begin(Map<String, String> environment) {
    ProjectFinds finds = begin(environment, FILE, false);
    return new ProjectText(Style.PLAIN).format(finds, FILE.toString());
  }

  private void write(String file, String text) throws IOException {
    Path path = project.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private CheckFile read(Path file) {
    return CheckFiles.read(project, file, Map.of());
  }

  @Test
  void anEmptyProjectGetsAFileThatIsAccepted() {
    assertThat(begin(Map.of()))
        .isEqualTo(
            """
            wrote dbpreflight.yaml

            found
              migrations  none in the usual places; name their folder in the file
              database    cannot tell which database to look at: no URL was given
              snapshots   none; schema-snapshots is a good place for them

            next
              1. export DATABASE_URL=postgresql://USER@HOST/NAME
              2. dbpreflight snapshot -o schema-snapshots/REVISION.json
              3. dbpreflight check --checks dbpreflight.yaml
            """);

    CheckFile read = read(FILE);
    assertThat(read.profile().name()).isEqualTo("before-deploy");
    assertThat(read.migrations()).isEmpty();
    assertThat(read.snapshots()).isEmpty();
  }

  @Test
  void whatIsThereIsFoundAndWritten() throws IOException {
    write("db/migration/V1__shops.sql", "create table shops (id integer);\n");
    write("db/migration/V1.4__towns.sql", "create table towns (id integer);\n");
    write("schema-snapshots/1.json", "{}");
    write("docker-compose.yml", "services:\n  db:\n    image: \"postgres:16-alpine\"\n");

    assertThat(begin(Map.of("DATABASE_URL", "postgresql://app:pl4nted@db/shop")))
        .isEqualTo(
            """
            wrote dbpreflight.yaml

            found
              migrations  db/migration: Flyway, 2 migrations, up to 1.4
              database    postgresql://app@db:5432/shop  (from DATABASE_URL)
              snapshots   schema-snapshots: 1 file
              containers  docker-compose.yml runs a PostgreSQL

            next
              1. dbpreflight status
              2. dbpreflight snapshot -o schema-snapshots/REVISION.json
              3. dbpreflight check --checks dbpreflight.yaml --wait 60s
            """);

    CheckFile read = read(FILE);
    assertThat(read.migrations()).contains(Path.of("db/migration"));
    assertThat(read.snapshots()).contains(Path.of("schema-snapshots"));
    assertThat(Files.readString(project.resolve(FILE)))
        .contains("# The folder with the migration files of the release. Found: Flyway, 2 mig")
        .doesNotContain("pl4nted");
  }

  /** Whoever takes the "#" away from an example gets something that works. */
  @Test
  void everyExampleInTheFileIsAccepted() throws IOException {
    begin(Map.of());
    String all =
        Files.readString(project.resolve(FILE))
            .lines()
            .map(line -> line.matches("#[^ ].*|#  .*") ? line.substring(1) : line)
            .collect(joining("\n", "", "\n"));
    write("all.yaml", all);

    CheckFile read = read(Path.of("all.yaml"));

    assertThat(read.checks()).hasSize(1);
    assertThat(read.waivers()).hasSize(1);
    assertThat(read.tables()).hasValue(17);
    assertThat(read.revision()).contains("v1_4_0");
    assertThat(read.migrations()).contains(Path.of("migrations"));
  }

  @Test
  void pathsStartFromTheFile() throws IOException {
    write("migrations/1_shops.sql", "create table shops (id integer);\n");
    Files.createDirectory(project.resolve("schema-snapshots"));
    Path file = Path.of("checks/of/shop.yaml");

    begin(Map.of(), file, false);

    assertThat(read(file).migrations().map(project::resolve).map(Path::normalize))
        .contains(project.resolve("migrations"));
    assertThat(Files.readString(project.resolve(file)))
        .contains("snapshots: \"../../schema-snapshots\"\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a b: c # d",
        "it's \"quoted\" \\ and more",
        "${HOME} and $${HOME}",
        "null",
        "- item",
        "*alias &anchor !tag",
        "über 日本 \ud83d\ude00",
        "line\nbreak\ttab \u001b[31m \u202e",
      })
  void aFolderMayHaveAnyName(String name) throws IOException {
    write("migrations/" + name + "/1_shops.sql", "create table shops (id integer);\n");
    Path below = project.resolve("migrations").resolve(name);
    Surroundings place =
        new Surroundings(Map.of(), project, below, "app", InstantSource.system(), Progress.SILENT);
    write("migrations/" + name + "/migrations/1_shops.sql", "create table shops (id integer);\n");

    Path file = project.resolve("checks.yaml");
    new BeginProject(place).begin(file, false);

    assertThat(read(file).migrations().map(Path::normalize)).contains(below.resolve("migrations"));
    assertThat(Files.readString(file)).doesNotContain("\u001b", "\u202e", "\t");
  }

  @Test
  void whatIsThereIsNeverReplacedUnasked() throws IOException {
    write("dbpreflight.yaml", "extends: drift\n");

    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> begin(Map.of(), FILE, false));

    assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.problem().what())
        .isEqualTo("cannot write the check file \"dbpreflight.yaml\": it exists already");
    assertThat(project.resolve(FILE)).hasContent("extends: drift\n");

    begin(Map.of(), FILE, true);
    assertThat(read(FILE).profile().name()).isEqualTo("before-deploy");
    try (Stream<Path> files = Files.list(project)) {
      assertThat(files).containsExactly(project.resolve(FILE));
    }
  }

  @Test
  void aDanglingLinkIsNotFollowed() throws IOException {
    Path elsewhere = project.resolve("elsewhere.yaml");
    Files.createSymbolicLink(project.resolve(FILE), elsewhere);

    for (boolean force : new boolean[] {false, true}) {
      assertThat(catchThrowableOfType(ProblemException.class, () -> begin(Map.of(), FILE, force)))
          .isNotNull();
    }
    assertThat(elsewhere).doesNotExist();
  }

  @Test
  void severalToolsAreNotGuessedBetween() throws IOException {
    write("db/migration/V1__shops.sql", "create table shops (id integer);\n");
    write("prisma/migrations/20240101000000_init/migration.sql", "create table x (id integer);\n");
    write("prisma/migrations/migration_lock.toml", "provider = \"sqlite\"\n");

    assertThat(begin(Map.of())).contains("  migrations  cannot choose between the migrations of ");
    assertThat(read(FILE).migrations()).isEmpty();
  }

  @Test
  void theVariablesOfPostgresqlNameADatabaseToo() {
    assertThat(begin(Map.of("PGHOST", "db", "PGDATABASE", "shop", "PGPASSWORD", "pl4nted")))
        .contains("  database    postgresql://app@db:5432/shop  (from PGHOST, PGDATABASE)\n")
        .doesNotContain("pl4nted");
  }
}
