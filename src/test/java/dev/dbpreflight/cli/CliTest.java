package dev.dbpreflight.cli;

import dev.dbpreflight.support.Golden;
import dev.dbpreflight.support.QuietMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a user types and what a user gets. A folder of {@code src/test/resources/cli} is a case:
 * {@code arguments.txt} has one command line each line, where DIR is a folder of its own; {@code
 * environment.txt} sets variables; {@code setup.sql} makes the SQLite file {@code DIR/app.db},
 * every other {@code NAME.sql} makes {@code DIR/NAME.db}, other files and folders are copied.
 * {@code result.out} holds exit codes, stdout and stderr.
 */
class CliTest {
  private static final Path CASES = Path.of("src/test/resources/cli");

  static List<String> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  @TempDir private Path machine;

  @ParameterizedTest
  @MethodSource("cases")
  @SuppressWarnings("try") // The machine only has to be quiet.
  void says(String name) throws IOException {
    // A relative folder, so that every machine breaks lines at the same words.
    Path folder = Path.of("target/cli").resolve(name);
    remove(folder);
    CliCase example = new CliCase(CASES.resolve(name), Files.createDirectories(folder));

    String played;
    try (QuietMachine quiet = QuietMachine.in(machine)) {
      played = example.play();
    }
    Golden.check(CASES.resolve(name).resolve("result.out"), played);
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(CliTest::delete);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
