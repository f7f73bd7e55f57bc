package dev.dbpreflight.introspect.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A paragraph of {@code src/test/resources/mutations/postgresql}: statements, and before them as
 * remarks all that differs after they ran.
 *
 * @param since the first major version that knows the statements
 * @param expected the lines of {@link Looks#line}, sorted
 */
record Mutation(String place, int since, List<String> expected, String sql) {
  private static final Path FOLDER = Path.of("src/test/resources/mutations/postgresql");
  private static final String SINCE = "since ";

  Mutation {
    expected = expected.stream().sorted().toList();
  }

  /** All of them, in the order in which they must run. */
  static List<Mutation> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().flatMap(Mutation::in).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Mutation> in(Path file) {
    List<Mutation> found = new ArrayList<>();
    List<String> paragraph = new ArrayList<>();
    List<String> lines = lines(file);
    for (int number = 0; number <= lines.size(); number++) {
      if (number < lines.size() && !lines.get(number).isBlank()) {
        paragraph.add(lines.get(number));
      } else if (paragraph.stream().anyMatch(line -> !isRemark(line))) {
        found.add(of(file.getFileName() + ":" + (number - paragraph.size() + 1), paragraph));
        paragraph.clear();
      } else {
        paragraph.clear();
      }
    }
    return found.stream();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Mutation of(String place, List<String> paragraph) {
    int since = 0;
    List<String> expected = new ArrayList<>();
    for (String line : paragraph) {
      String remark = isRemark(line) ? line.substring(3) : "";
      if (remark.startsWith(SINCE)) {
        since = Integer.parseInt(remark.substring(SINCE.length()));
      } else if (!remark.isEmpty() && !remark.startsWith("Nothing")) {
        expected.add(remark);
      }
    }
    String sql = String.join("\n", paragraph.stream().filter(line -> !isRemark(line)).toList());
    return new Mutation(place, since, expected, sql);
  }

  private static boolean isRemark(String line) {
    return line.startsWith("-- ");
  }
}
