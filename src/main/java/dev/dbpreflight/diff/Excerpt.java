package dev.dbpreflight.diff;

/**
 * Two values cut down to where they differ, so that a reader sees the difference and not two pages
 * of SQL. Short values stay whole; white space of any kind becomes one space.
 *
 * @param expected "(nothing)" for an empty value
 * @param actual "(nothing)" for an empty value
 */
public record Excerpt(String expected, String actual) {
  private static final int WHOLE = 120;
  private static final int BEFORE = 30;
  private static final int AFTER = 70;

  /** The excerpts of two values that differ. */
  public static Excerpt of(String expected, String actual) {
    String left = onOneLine(expected);
    String right = onOneLine(actual);
    if (left.equals(right)) {
      // They differ in white space only, so that has to be seen.
      left = expected;
      right = actual;
    }
    int same = 0;
    while (same < Math.min(left.length(), right.length())
        && left.charAt(same) == right.charAt(same)) {
      same++;
    }
    return new Excerpt(cut(left, same), cut(right, same));
  }

  private static String cut(String text, int difference) {
    if (text.isEmpty()) {
      return "(nothing)";
    }
    if (text.length() <= WHOLE) {
      return text;
    }
    int start = boundary(text, Math.max(0, Math.min(difference, text.length()) - BEFORE));
    int end = boundary(text, Math.min(text.length(), start + BEFORE + AFTER));
    return (start > 0 ? "… " : "") + text.substring(start, end) + (end < text.length() ? " …" : "");
  }

  /** Never in the middle of a character beyond the first 65,536. */
  private static int boundary(String text, int position) {
    boolean inside =
        position > 0
            && position < text.length()
            && Character.isSurrogatePair(text.charAt(position - 1), text.charAt(position));
    return inside ? position - 1 : position;
  }

  private static String onOneLine(String text) {
    StringBuilder line = new StringBuilder();
    boolean space = false;
    for (int position = 0; position < text.length(); position++) {
      char letter = text.charAt(position);
      if (letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r') {
        space = !line.isEmpty();
      } else {
        if (space) {
          line.append(' ');
          space = false;
        }
        line.append(letter);
      }
    }
    return line.toString();
  }
}
