package dev.dbpreflight.checks;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills environment variables into values: {@code ${NAME}}, and {@code ${NAME:-default}} for one
 * that is not set or empty. {@code $${} stands for the characters themselves.
 */
final class Variables {
  private static final String START = "${";

  /** A reference that names a variable and nothing else: what it stands for is not in the file. */
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{[A-Za-z_][A-Za-z0-9_]*}");

  private static final Pattern INSIDE = Pattern.compile("(?s)([A-Za-z_][A-Za-z0-9_]*)(?::-(.*))?");

  private final Map<String, String> environment;
  private final Mistakes mistakes;

  Variables(Map<String, String> environment, Mistakes mistakes) {
    this.environment = environment;
    this.mistakes = mistakes;
  }

  /** The text without what comes from variables: the part that anybody who has the file knows. */
  static String literalPart(String written) {
    return written.contains(START) ? REFERENCE.matcher(written).replaceAll("") : written;
  }

  String fill(String written, int line) {
    int start = written.indexOf(START);
    if (start < 0) {
      return written;
    }
    StringBuilder filled = new StringBuilder();
    int from = 0;
    while (start >= 0) {
      int end = written.indexOf('}', start);
      boolean escaped = start > from && written.charAt(start - 1) == '$';
      filled.append(written, from, escaped ? start - 1 : start);
      if (escaped) {
        filled.append(START);
        from = start + START.length();
      } else if (end < 0) {
        mistakes.add(line, "a \"${\" has no \"}\"", "write ${NAME}, or $${ for the characters");
        return written;
      } else {
        filled.append(value(written.substring(start + START.length(), end), line));
        from = end + 1;
      }
      start = written.indexOf(START, from);
    }
    return filled.append(written.substring(from)).toString();
  }

  private String value(String inside, int line) {
    Matcher matcher = INSIDE.matcher(inside);
    if (!matcher.matches()) {
      mistakes.add(
          line,
          "what stands between \"${\" and \"}\" is not the name of a variable",
          "write ${NAME} or ${NAME:-default}, or $${ for the characters");
      return "";
    }
    String name = matcher.group(1);
    String set = environment.get(name);
    if (matcher.group(2) != null) {
      return set == null || set.isEmpty() ? matcher.group(2) : set;
    }
    if (set == null) {
      mistakes.add(
          line,
          "the environment variable " + name + " is not set",
          "set it, or give a default: ${" + name + ":-default}");
      return "";
    }
    return set;
  }
}
