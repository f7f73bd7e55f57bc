package dev.dbpreflight.connect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The mounts as this process sees them. A folder that a container got for reading only lies on a
 * file system that is writable elsewhere, which is all that Java's own answer looks at.
 */
final class MountTable {
  private static final int POINT = 4;
  private static final int OPTIONS = 5;

  private MountTable() {}

  /** Whether the path lies below a mount for reading only; false where that cannot be told. */
  static boolean isReadOnly(Path path, Path table) {
    try {
      Path innermost = Path.of("/");
      boolean readOnly = false;
      for (String line : Files.readAllLines(table)) {
        List<String> fields = List.of(line.split(" "));
        Path point = Path.of(fields.get(POINT).replace("\\040", " ").replace("\\134", "\\"));
        // The last one of those on the same point lies on top.
        if (path.startsWith(point) && point.startsWith(innermost)) {
          innermost = point;
          readOnly = Set.of(fields.get(OPTIONS).split(",")).contains("ro");
        }
      }
      return readOnly;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }
}
