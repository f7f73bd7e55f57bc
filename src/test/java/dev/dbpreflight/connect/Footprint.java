package dev.dbpreflight.connect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All that a folder shows of what was done in it: names, times to the nanosecond, contents. */
record Footprint(Map<String, String> entries) {

  static Footprint of(Path folder) {
    Map<String, String> entries = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        String content =
            Files.isRegularFile(file) && Files.isReadable(file)
                ? hash(Files.readAllBytes(file))
                : "";
        entries.put(
            folder.relativize(file).toString(), Files.getLastModifiedTime(file) + " " + content);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Footprint(entries);
  }

  private static String hash(byte[] content) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return content.length + " " + HexFormat.of().formatHex(digest.digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
