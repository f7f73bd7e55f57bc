package dev.dbpreflight.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.support.TestSummary.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * No golden file is left over. Comes last, and judges only a run of all the tests: a file is left
 * over if nobody asked about it although somebody asked about one like it, that is of the same kind
 * in the same folder, or of the same name in the folder beside it.
 */
@Order(Integer.MAX_VALUE)
class GoldenFilesIT {
  private static final List<String> FOLDERS =
      List.of("src/test/resources", "schema-snapshots", "checks", "src/main/resources");

  @Test
  void everyGoldenFileIsAskedAbout() throws IOException {
    Set<Path> asked = askedInAWholeRun();
    Set<Path> alike = new HashSet<>();
    for (Path file : asked) {
      alike.add(sameKind(file));
      alike.add(sameCase(file));
    }

    assertThat(committed())
        .as("golden files that no test asks about: delete them")
        .filteredOn(file -> !asked.contains(file))
        .filteredOn(file -> alike.contains(sameKind(file)) || alike.contains(sameCase(file)))
        .isEmpty();
  }

  private static Set<Path> askedInAWholeRun() throws IOException {
    boolean chosen = System.getProperty("test") != null || System.getProperty("it.test") != null;
    String summary = System.getProperty("run.summary");
    if (chosen || summary == null || !Files.exists(Path.of(summary).resolveSibling("unit.txt"))) {
      Assumptions.abort("only a run of all the tests can tell which golden files are left over");
    }
    List<String> unit = Files.readAllLines(Path.of(summary).resolveSibling("unit.txt"));
    for (Outcome outcome : List.of(Outcome.valueOf(unit.getFirst()), TestSummary.outcome())) {
      // In CI a skipped test is one that cannot be run anywhere, so its files would be left over.
      boolean judged = outcome == Outcome.COMPLETE || System.getenv("CI") != null;
      Assumptions.assumeTrue(
          judged && outcome != Outcome.FAILED, "other tests were skipped or failed");
    }
    Set<Path> asked = new HashSet<>(Golden.asked());
    unit.stream().skip(1).map(Path::of).forEach(asked::add);
    return asked;
  }

  private static List<Path> committed() throws IOException {
    Set<Path> files = new HashSet<>();
    for (String name : FOLDERS) {
      Path folder = Path.of(name).toAbsolutePath();
      if (Files.isDirectory(folder)) {
        try (Stream<Path> found = Files.walk(folder)) {
          found.filter(Files::isRegularFile).forEach(files::add);
        }
      }
    }
    return files.stream().sorted().toList();
  }

  private static Path sameKind(Path file) {
    String name = file.getFileName().toString();
    return file.resolveSibling("*" + name.substring(Math.max(0, name.lastIndexOf('.'))));
  }

  private static Path sameCase(Path file) {
    Path beside = Objects.requireNonNullElse(file.getParent().getParent(), file.getParent());
    return beside.resolve("*").resolve(file.getFileName());
  }
}
