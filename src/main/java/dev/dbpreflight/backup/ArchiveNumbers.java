package dev.dbpreflight.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads the numbers and texts of an archive: a byte for the sign and then the smallest byte first.
 */
record ArchiveNumbers(ByteSource source, int intSize, int offsetSize) {

  /** No name is longer: 63 bytes, and for a routine its arguments. */
  private static final int LONGEST_NAME = 1 << 20;

  /** No server takes a longer text. */
  private static final int LONGEST = 1 << 30;

  int number() throws IOException {
    int sign = source.need();
    long value = unsigned(intSize);
    if (sign > 1 || value > Integer.MAX_VALUE) {
      throw new Damage("a number in it is spoiled, at byte " + source.position());
    }
    return (int) (sign == 1 ? -value : value);
  }

  /** Numbers of objects use all bits of their bytes. */
  long objectId() throws IOException {
    source.need();
    return unsigned(intSize);
  }

  /** Where data begins; empty when the place was not written down. */
  long offset() throws IOException {
    return unsigned(offsetSize);
  }

  private long unsigned(int size) throws IOException {
    long value = 0;
    for (int at = 0; at < size; at++) {
      value |= (long) source.need() << (8 * at);
    }
    return value;
  }

  /** A text; empty for NULL. */
  Optional<String> text() throws IOException {
    int length = number();
    if (length < 0) {
      return Optional.empty();
    }
    if (length > LONGEST_NAME) {
      throw new Damage("a name in it is " + length + " bytes long");
    }
    return Optional.of(new String(source.need(length), StandardCharsets.UTF_8));
  }

  /** Passes over a text of any length, and returns the length; negative for NULL. */
  int passText() throws IOException {
    int length = number();
    if (length > LONGEST) {
      throw new Damage("a text in it is " + length + " bytes long");
    }
    if (length > 0) {
      source.pass(length);
    }
    return length;
  }
}
