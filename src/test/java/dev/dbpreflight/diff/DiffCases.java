package dev.dbpreflight.diff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folders of {@code src/test/resources/diff}: what the schema was and is, as SQL and as the
 * snapshots of it, and the changes that lead from one to the other.
 */
final class DiffCases {
  static final Path FOLDER = Path.of("src/test/resources/diff");

  private DiffCases() {}

  static List<Path> all() {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
