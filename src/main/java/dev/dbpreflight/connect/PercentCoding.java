package dev.dbpreflight.connect;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Percent escapes in URLs: strict when reading, sparing when writing for people. */
final class PercentCoding {
  private static final String RESERVED = "%/?#[]@:,&= ";

  private PercentCoding() {}

  /** The text without escapes; empty when an escape is cut short, means NUL or is not UTF-8. */
  static Optional<String> decode(String text) {
    if (text.indexOf('%') < 0) {
      return Optional.of(text);
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
    for (int at = 0; at < bytes.length; at++) {
      int value = bytes[at];
      if (value == '%') {
        value = at + 2 < bytes.length ? hexadecimal(bytes[at + 1], bytes[at + 2]) : -1;
        if (value <= 0) {
          return Optional.empty();
        }
        at += 2;
      }
      decoded.write(value);
    }
    try {
      ByteBuffer result = ByteBuffer.wrap(decoded.toByteArray());
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(result).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static int hexadecimal(byte high, byte low) {
    int left = Character.digit(high, 16);
    int right = Character.digit(low, 16);
    return left < 0 || right < 0 ? -1 : left * 16 + right;
  }

  /** Escapes what would be read as a part of the URL's form, and what does not show. */
  static String encode(String text) {
    StringBuilder encoded = new StringBuilder();
    text.codePoints().forEach(letter -> append(encoded, letter, RESERVED.indexOf(letter) >= 0));
    return encoded.toString();
  }

  /** Escapes everything but letters, digits and the marks that no parser gives a meaning to. */
  static String encodeStrictly(String text) {
    StringBuilder encoded = new StringBuilder();
    text.codePoints().forEach(letter -> append(encoded, letter, !plain(letter)));
    return encoded.toString();
  }

  private static boolean plain(int letter) {
    return letter < 128 && (Character.isLetterOrDigit(letter) || "/-._~".indexOf(letter) >= 0);
  }

  private static void append(StringBuilder encoded, int letter, boolean escape) {
    if (!escape && !invisible(letter)) {
      encoded.appendCodePoint(letter);
      return;
    }
    for (byte part : Character.toString(letter).getBytes(StandardCharsets.UTF_8)) {
      encoded.append('%').append(String.format("%02X", part));
    }
  }

  private static boolean invisible(int letter) {
    return switch (Character.getType(letter)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
