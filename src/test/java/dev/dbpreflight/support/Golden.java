package dev.dbpreflight.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.opentest4j.AssertionFailedError;

/**
 * Committed files that hold what the product is expected to say. They are written only by {@code
 * -Dupdate=true}, and never in CI. {@code GoldenFilesIT} fails for one that no test asks about.
 */
public final class Golden {
  private static final Set<Path> ASKED = new ConcurrentSkipListSet<>();

  private Golden() {}

  /** Fails unless the file, relative to the project's folder, holds exactly this text. */
  public static void check(Path file, String actual) {
    ASKED.add(file.toAbsolutePath().normalize());
    try {
      String expected = Files.exists(file) ? Files.readString(file) : null;
      if (actual.equals(expected)) {
        return;
      }
      if (updating()) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, actual);
        return;
      }
      throw new AssertionFailedError(difference(file, expected, actual), expected, actual);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether this run writes what it generates instead of comparing it. */
  public static boolean updating() {
    if (!Boolean.getBoolean("update")) {
      return false;
    }
    if (System.getenv("CI") != null) {
      throw new AssertionError("-Dupdate=true is refused where the environment variable CI is set");
    }
    return true;
  }

  static Set<Path> asked() {
    return Set.copyOf(ASKED);
  }

  private static String difference(Path file, String expected, String actual) {
    if (expected == null) {
      return """
      %s does not exist. If this text is right, write it with: mvn verify -Dupdate=true
      %s\
      """
          .formatted(file, actual);
    }
    List<String> before = expected.lines().toList();
    List<String> after = actual.lines().toList();
    int line = 0;
    while (line < before.size()
        && line < after.size()
        && before.get(line).equals(after.get(line))) {
      line++;
    }
    return """
    %s differs from line %d on.
      file: %s
      now:  %s
    If the new text is right, write it with: mvn verify -Dupdate=true\
    """
        .formatted(file, line + 1, lineOrEnd(before, line), lineOrEnd(after, line));
  }

  private static String lineOrEnd(List<String> lines, int number) {
    return number < lines.size() ? lines.get(number) : "(ends here)";
  }
}
