package dev.dbpreflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** SECURITY.md promises nothing that no test proves. */
class SecurityPageTest {
  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))(?:\\.(\\w+))?`");

  @Test
  void everyLineOfTheTableNamesATest() throws IOException {
    List<String> lines =
        Files.readAllLines(Path.of("SECURITY.md")).stream()
            .filter(line -> line.startsWith("| "))
            .skip(1)
            .toList();

    assertThat(lines).hasSizeGreaterThan(10);
    assertThat(lines).allMatch(line -> TEST.matcher(lastCell(line)).find());
  }

  private static String lastCell(String line) {
    String[] cells = line.split("\\|");
    return cells[cells.length - 1];
  }

  @Test
  void everyTestThatIsNamedExists() throws IOException {
    Map<String, String> sources = sources();
    List<MatchResult> named =
        TEST.matcher(Files.readString(Path.of("SECURITY.md"))).results().toList();

    assertThat(named).isNotEmpty();
    assertThat(named)
        .filteredOn(test -> !exists(sources.getOrDefault(test.group(1), ""), test.group(2)))
        .extracting(MatchResult::group)
        .isEmpty();
  }

  private static boolean exists(String source, String method) {
    return source.contains("@") && (method == null || source.contains(" void " + method + "("));
  }

  private static Map<String, String> sources() throws IOException {
    Map<String, String> sources = new HashMap<>();
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
      }
    }
    return sources;
  }
}
