package dev.dbpreflight.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Comes nearly last and looks for planted passwords where runs of the program leave traces: what
 * the tests of this build have printed and reported, and the golden files. Not in the logs of the
 * servers: a query of a check gets there as it is when it fails, with the variables in it.
 */
@Order(Integer.MAX_VALUE - 1)
class PlantedSecretsIT {
  private static final List<String> TRACES =
      List.of("target/surefire-reports", "target/failsafe-reports", "checks");

  private static final Set<String> TEXTS = Set.of("xml", "txt", "log", "out", "md", "dumpstream");

  @TempDir private Path folder;

  @Test
  void noTraceHoldsAPlantedPassword() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String place : TRACES) {
      files.addAll(texts(Path.of(place)));
    }
    files.addAll(goldenFiles());

    assertThat(files).isNotEmpty();
    files.forEach(Planted::requireNone);
  }

  @Test
  void oneThatComesOutIsFound() throws IOException {
    Path file = Files.writeString(folder.resolve("log.txt"), "password is wrong-pl4nted");
    for (String option : List.of("--log-file=" + file, "json=" + file)) {
      assertThatThrownBy(() -> Planted.requireNoneInFilesOf(List.of("check", option)))
          .hasMessageContaining("log.txt tells a planted password, after: password is wrong-");
    }
    assertThatThrownBy(() -> Planted.requireNoneInFilesOf(List.of("-o", file.toString())))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> new Command.Result(0, "", "u:%70l4nted@h"))
        .isInstanceOf(AssertionError.class);
  }

  private static List<Path> texts(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(place)) {
      return files.filter(PlantedSecretsIT::isText).toList();
    }
  }

  private static boolean isText(Path file) {
    String name = file.getFileName().toString();
    return TEXTS.contains(name.substring(name.lastIndexOf('.') + 1)) && Files.isRegularFile(file);
  }

  /** What the program said; the command lines above are the tests' own. */
  private static List<Path> goldenFiles() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources/cli"))) {
      return files.filter(file -> file.endsWith("result.out")).toList();
    }
  }
}
