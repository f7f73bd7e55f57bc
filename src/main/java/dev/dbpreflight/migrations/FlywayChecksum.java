package dev.dbpreflight.migrations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.zip.CRC32;

/**
 * Flyway's own: CRC-32 over the lines in UTF-8, without their ends and without a byte order mark,
 * as a signed number.
 */
final class FlywayChecksum {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private FlywayChecksum() {}

  static String of(String text) {
    CRC32 checksum = new CRC32();
    int start = 0;
    // A mark alone is no line of its own: Flyway strips it from the first line it reads.
    if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
      start = 1;
    }
    for (int at = start; at <= text.length(); at++) {
      if (at == text.length() || text.charAt(at) == '\n' || text.charAt(at) == '\r') {
        checksum.update(text.substring(start, at).getBytes(UTF_8));
        start = at + 1;
      }
    }
    return Integer.toString((int) checksum.getValue());
  }
}
