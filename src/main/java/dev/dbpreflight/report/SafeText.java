package dev.dbpreflight.report;

/**
 * Makes text that came from a database harmless on a terminal and in the logs of build servers:
 * control characters, escape sequences, characters that reorder or hide what follows and blanks
 * that only look like one are shown as {@code \\u001b} instead of sent, and so is what build
 * servers obey in the middle of a line: {@code ##vso[} and its like.
 */
public final class SafeText {
  private static final String COMMAND = "##";

  /** Letters and symbols that are drawn as a blank or not at all. */
  private static final String LOOKING_LIKE_NOTHING =
      "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0";

  private SafeText() {}

  /** One line: line breaks are shown as {@code \\n}. */
  public static String line(String text) {
    if (isHarmless(text)) {
      return text;
    }
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(point -> append(safe, point));
    return safe.toString().replace(COMMAND, "#\\u0023");
  }

  private static boolean isHarmless(String text) {
    return text.codePoints().noneMatch(SafeText::isDangerous) && !text.contains(COMMAND);
  }

  private static void append(StringBuilder safe, int point) {
    if (!isDangerous(point)) {
      safe.appendCodePoint(point);
    } else if (point == '\n') {
      safe.append("\\n");
    } else if (point > Character.MAX_VALUE) {
      safe.append("\\u{").append(Integer.toHexString(point)).append('}');
    } else {
      String hex = Integer.toHexString(point);
      safe.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
    }
  }

  private static boolean isDangerous(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      case Character.SPACE_SEPARATOR -> point != ' ';
      default -> LOOKING_LIKE_NOTHING.indexOf(point) >= 0;
    };
  }
}
