package dev.dbpreflight.snapshot;

/**
 * JSON strings in which nothing hides: beside what JSON demands, control characters, invisible
 * ones, those that reorder a line and what build servers obey are written as escapes. Lone
 * surrogates are too; UTF-8 has no bytes for them. The ranges are fixed here because {@link
 * Character#getType(int)} changes with the Java version, and the bytes of a file may not.
 */
final class Escapes {
  /** Elsewhere than in their own ranges: drawn as a blank, or not at all. */
  private static final String BLANK =
      "\u00ad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180e\u2800\u3000\u3164\ufeff\uffa0";

  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private Escapes() {}

  /** Appends the string in quotes. */
  static void append(StringBuilder out, String text) {
    out.append('"');
    int plain = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isPlain(c) && !isCommand(text, i)) {
        continue;
      }
      if (isPair(text, i)) {
        i++;
        continue;
      }
      out.append(text, plain, i);
      appendEscape(out, c);
      plain = i + 1;
    }
    out.append(text, plain, text.length()).append('"');
  }

  /** Build servers obey what follows two of them: {@code ##vso[}. */
  private static boolean isCommand(String text, int index) {
    return index > 0 && text.charAt(index) == '#' && text.charAt(index - 1) == '#';
  }

  private static boolean isPlain(char c) {
    if (c < 0x7f) {
      return c >= ' ' && c != '"' && c != '\\';
    }
    if (c <= 0x206f) {
      boolean moves = c >= 0x2000 && c <= 0x200f || c >= 0x2028 && c <= 0x202f || c >= 0x205f;
      return c > 0xa0 && !moves && BLANK.indexOf(c) < 0;
    }
    return !(Character.isSurrogate(c)
        || c >= 0xfff9 && c <= 0xfffb
        || c >= 0xfffe
        || BLANK.indexOf(c) >= 0);
  }

  /** Whether a visible character starts here that takes two chars; U+E0000 and up are invisible. */
  private static boolean isPair(String text, int index) {
    char high = text.charAt(index);
    return Character.isHighSurrogate(high)
        && high != 0xdb40
        && index + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(index + 1));
  }

  private static void appendEscape(StringBuilder out, char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        out.append("\\u").append(HEX[c >> 12]).append(HEX[c >> 8 & 15]);
        out.append(HEX[c >> 4 & 15]).append(HEX[c & 15]);
      }
    }
  }
}
