package dev.dbpreflight.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.history.Migrations;
import dev.dbpreflight.support.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Projects of every tool, each read from its folder {@code project}; what is found in them is in
 * {@code migrations.txt}.
 */
class MigrationCasesTest {
  private static final Path CASES = Path.of("src/test/resources/migrations");

  static List<Path> cases() throws IOException {
    try (Stream<Path> all = Files.walk(CASES, 3)) {
      return all.filter(path -> path.endsWith("project")).map(Path::getParent).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsAndReads(Path folder) {
    Migrations migrations =
        MigrationFolder.read(folder.resolve("project"), "project", Optional.empty());

    assertThat(folder.getParent().getFileName().toString())
        .as("the case stands in the folder of its tool")
        .isEqualTo(migrations.tool().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    Golden.check(folder.resolve("migrations.txt"), MigrationText.of(migrations));
  }
}
