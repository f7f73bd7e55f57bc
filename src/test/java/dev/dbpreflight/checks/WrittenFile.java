package dev.dbpreflight.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Check files as tests write them. */
final class WrittenFile {
  static final String NAME = "shop.yaml";

  private WrittenFile() {}

  static CheckFile read(Path folder, String text) {
    return read(folder, text, Map.of());
  }

  static CheckFile read(Path folder, String text, Map<String, String> environment) {
    write(folder, NAME, text);
    return CheckFiles.read(folder, Path.of(NAME), environment);
  }

  static void write(Path folder, String name, String text) {
    try {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.writeString(folder.resolve(name), text);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
