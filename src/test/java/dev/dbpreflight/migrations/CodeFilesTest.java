package dev.dbpreflight.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationId;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import dev.dbpreflight.model.Engine;
import dev.dbpreflight.support.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every folder in {@code src/test/resources/migrations/<tool>} is a project; the text beside it is
 * what is read from it, and the history beside it, where there is one, what the real tool recorded.
 */
class CodeFilesTest {
  private static final Path CORPUS = Path.of("src/test/resources/migrations");

  /** Whose folders are read here. */
  private static final List<String> TOOLS =
      List.of(
          "ef-core",
          "knex",
          "kysely",
          "liquibase",
          "node-pg-migrate",
          "rails",
          "sequelize",
          "typeorm");

  static Stream<Path> projects() throws IOException {
    Stream.Builder<Path> all = Stream.builder();
    for (String tool : TOOLS) {
      try (Stream<Path> folders = Files.list(CORPUS.resolve(tool))) {
        folders.filter(Files::isDirectory).sorted().forEach(all);
      }
    }
    return all.build();
  }

  static Stream<Path> recorded() throws IOException {
    return projects().filter(project -> Files.exists(beside(project, ".history")));
  }

  @ParameterizedTest
  @MethodSource("projects")
  void readsWhatAProjectHas(Path project) {
    Migrations migrations =
        MigrationFolder.read(project, project.getFileName().toString(), Optional.empty());

    Golden.check(beside(project, ".txt"), MigrationsText.of(migrations));
  }

  @ParameterizedTest
  @MethodSource("projects")
  void tellsWhoseFilesTheyAre(Path project) {
    MigrationTool owner = MigrationFolder.read(project, "project", Optional.empty()).tool();

    assertThat(owner.title().toLowerCase(java.util.Locale.ROOT).replace(' ', '-'))
        .isEqualTo(project.getParent().getFileName().toString());
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void hasTheIdsThatTheToolRecorded(Path project) throws IOException {
    List<String> ids =
        read(project)
            .filter(file -> file.scope().engines().contains(Engine.SQLITE))
            .map(MigrationFile::id)
            .toList();

    assertThat(ids)
        .containsExactlyElementsOf(
            history(project).map(row -> MigrationId.of(tool(project), row[0])).toList());
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void hasTheChecksumsThatTheToolRecorded(Path project) throws IOException {
    Map<String, String> recorded =
        history(project)
            .filter(row -> row.length > 1)
            .collect(Collectors.toMap(row -> row[0], row -> row[1]));

    assertThat(read(project))
        .filteredOn(file -> !file.checksums().isEmpty() && recorded.containsKey(file.id()))
        .allSatisfy(file -> assertThat(file.checksums()).contains(recorded.get(file.id())));
  }

  private static Stream<MigrationFile> read(Path project) {
    return MigrationFolder.read(project, "project", Optional.empty()).files().stream();
  }

  private static MigrationTool tool(Path project) {
    return MigrationFolder.read(project, "project", Optional.empty()).tool();
  }

  /** What the tool recorded, one migration a line; behind a tab, its checksum. */
  private static Stream<String[]> history(Path project) throws IOException {
    return Files.readAllLines(beside(project, ".history")).stream().map(row -> row.split("\t"));
  }

  private static Path beside(Path project, String ending) {
    return project.resolveSibling(project.getFileName() + ending);
  }
}
