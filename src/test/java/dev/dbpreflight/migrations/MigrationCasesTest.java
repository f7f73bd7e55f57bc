package dev.dbpreflight.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationFile.Kind;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import dev.dbpreflight.support.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Projects of tools that keep SQL files. Each case is a folder: {@code project} is read, {@code
 * migrations.txt} is what was found in it, {@code history.rows}, where there is one, what the tool
 * recorded.
 */
class MigrationCasesTest {
  private static final Path CASES = Path.of("src/test/resources/migrations");

  static List<Path> cases() throws IOException {
    try (Stream<Path> all = Files.walk(CASES, 3)) {
      return all.filter(path -> path.endsWith("project")).map(Path::getParent).sorted().toList();
    }
  }

  static List<Path> casesWithHistory() throws IOException {
    return cases().stream().filter(folder -> Files.exists(history(folder))).toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsAndReads(Path folder) {
    Migrations migrations = read(folder, Optional.empty());

    assertThat(folder.getParent().getFileName().toString())
        .as("the case stands in the folder of its tool")
        .isEqualTo(migrations.tool().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    Golden.check(folder.resolve("migrations.txt"), MigrationsText.of(migrations));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsTheSameWhenTheToolIsKnown(Path folder) {
    Migrations migrations = read(folder, Optional.empty());

    assertThat(read(folder, Optional.of(migrations.tool()))).isEqualTo(migrations);
  }

  @ParameterizedTest
  @MethodSource("casesWithHistory")
  void acceptsWhatTheToolRecorded(Path folder) throws IOException {
    List<MigrationFile> files = read(folder, Optional.empty()).files();
    for (String row : Files.readAllLines(history(folder))) {
      String[] columns = row.split(" ");
      MigrationFile file =
          files.stream().filter(one -> one.id().equals(columns[0])).findFirst().orElseThrow();
      // What runs again has the checksum of its last run only.
      if (columns.length > 1 && file.kind() != Kind.REPEATABLE) {
        assertThat(file.checksums()).as(row).contains(columns[1]);
      }
    }
    assertThat(rows(folder).map(row -> row.split(" ")[0]).toList())
        .containsSubsequence(
            files.stream().map(MigrationFile::id).filter(id -> isRecorded(folder, id)).toList());
  }

  @ParameterizedTest
  @MethodSource("casesWithHistory")
  void hasTheChecksumThatWasRecordedLast(Path folder) throws IOException {
    List<MigrationFile> files = read(folder, Optional.empty()).files();
    String[] last = rows(folder).reduce((one, other) -> other).orElseThrow().split(" ");
    if (last.length > 1) {
      assertThat(files)
          .filteredOn(file -> file.id().equals(last[0]))
          .singleElement()
          .satisfies(file -> assertThat(file.checksums()).contains(last[1]));
    }
  }

  private static boolean isRecorded(Path folder, String id) {
    return rows(folder).anyMatch(row -> row.split(" ")[0].equals(id));
  }

  private static Stream<String> rows(Path folder) {
    try {
      return Files.readAllLines(history(folder)).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Migrations read(Path folder, Optional<MigrationTool> tool) {
    return MigrationFolder.read(folder.resolve("project"), "project", tool);
  }

  private static Path history(Path folder) {
    return folder.resolve("history.rows");
  }
}
