package dev.dbpreflight.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationId;
import dev.dbpreflight.history.Migrations;
import dev.dbpreflight.model.Engine;
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
 * What is read from a project's files is what the real tool recorded when it ran them: cases with a
 * file {@code history}, made as {@code README-histories.md} says.
 */
class RecordedHistoriesTest {

  static List<Path> cases() throws IOException {
    return MigrationCasesTest.cases().stream()
        .filter(folder -> Files.exists(folder.resolve("history")))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void idsInTheirOrder(Path folder) throws IOException {
    Migrations migrations = read(folder);

    assertThat(migrations.files())
        .filteredOn(file -> file.scope().engines().contains(Engine.SQLITE))
        .extracting(MigrationFile::id)
        .containsExactlyElementsOf(
            history(folder).map(row -> MigrationId.of(migrations.tool(), row[0])).toList());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void checksumsWhereTheyCanBeComputed(Path folder) throws IOException {
    Map<String, String> recorded =
        history(folder)
            .filter(row -> row.length > 1)
            .collect(Collectors.toMap(row -> row[0], row -> row[1]));

    assertThat(read(folder).files())
        .filteredOn(file -> !file.checksums().isEmpty() && recorded.containsKey(file.id()))
        .hasSizeGreaterThanOrEqualTo(recorded.isEmpty() ? 0 : 5)
        .allSatisfy(file -> assertThat(file.checksums()).contains(recorded.get(file.id())));
  }

  private static Migrations read(Path folder) {
    return MigrationFolder.read(folder.resolve("project"), "project", Optional.empty());
  }

  /** One migration a line; behind a tab, its checksum. */
  private static Stream<String[]> history(Path folder) throws IOException {
    return Files.readAllLines(folder.resolve("history")).stream().map(row -> row.split("\t"));
  }
}
