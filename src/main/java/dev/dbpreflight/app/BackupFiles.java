package dev.dbpreflight.app;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the file that is meant: one of that name, or the newest one whose name fits. */
final class BackupFiles {
  private BackupFiles() {}

  /**
   * @param path whose last name may hold {@code *} and {@code ?}
   * @throws IOException when the folder may not be read
   */
  static Optional<Path> find(Path path) throws IOException {
    String name = path.getFileName() == null ? "" : path.getFileName().toString();
    if (!isPattern(name)) {
      return Optional.of(path).filter(Files::exists);
    }
    Path folder = path.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    TreeMap<Path, FileTime> found = new TreeMap<>();
    try (DirectoryStream<Path> fitting = Files.newDirectoryStream(folder, escaped(name))) {
      for (Path file : fitting) {
        found.put(file, Files.getLastModifiedTime(file));
      }
    }
    return found.entrySet().stream()
        .max(
            Comparator.comparing(Map.Entry<Path, FileTime>::getValue)
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey);
  }

  static boolean isPattern(String name) {
    return name.contains("*") || name.contains("?");
  }

  /** Brackets and braces mean themselves: they are common in names of files. */
  private static String escaped(String pattern) {
    return pattern.replaceAll("([\\[\\]{}\\\\])", "\\\\$1");
  }
}
