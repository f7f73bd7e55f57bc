package dev.dbpreflight.connect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds out who holds a lock on a file, where the system tells: Linux does. */
final class FileLocks {
  private static final Path LOCKS = Path.of("/proc/locks");
  private static final int KIND = 3;
  private static final int PROCESS = 4;
  private static final int PLACE = 5;

  private FileLocks() {}

  /** The process that has locked the file for writing; empty when it cannot be told. */
  static Optional<String> holder(Path file) {
    try {
      String ending = ":" + Files.getAttribute(file, "unix:ino");
      return Files.readAllLines(LOCKS).stream()
          .map(line -> List.of(line.strip().split("\\s+")))
          .filter(fields -> fields.size() > PLACE && fields.get(PLACE).endsWith(ending))
          .filter(fields -> fields.get(KIND).equals("WRITE"))
          .map(fields -> fields.get(PROCESS))
          .findFirst()
          .map(FileLocks::describe);
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String describe(String pid) {
    try {
      return "pid " + pid + ", " + Files.readString(Path.of("/proc", pid, "comm")).strip();
    } catch (IOException e) {
      return "pid " + pid;
    }
  }
}
