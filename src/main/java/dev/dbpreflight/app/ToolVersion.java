package dev.dbpreflight.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of this product, written into the jar by the build. */
public final class ToolVersion {
  private ToolVersion() {}

  public static String text() {
    try (InputStream resource = ToolVersion.class.getResourceAsStream("version.txt")) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
