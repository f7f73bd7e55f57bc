package dev.dbpreflight.history;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One row of a bookkeeping table: its values as text, by the names of their columns in lower case.
 * A column that this version of the tool does not have reads like one that is NULL.
 */
public final class HistoryRow {
  private static final Set<String> TRUE = Set.of("t", "true", "TRUE", "1");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");
  private static final String BYTES = "\\x";

  private final Map<String, String> values;

  /**
   * @param values null for NULL; bytes in hexadecimal after "\x"
   */
  public HistoryRow(Map<String, String> values) {
    this.values = new HashMap<>(values);
  }

  boolean isNull(String column) {
    return values.get(column) == null;
  }

  /** The value; empty for NULL. */
  String text(String column) {
    String value = values.get(column);
    return value == null ? "" : value;
  }

  /** A text that people wrote or a server said, up to the end of its first line that has any. */
  String firstLine(String column) {
    return firstLine(text(column).lines());
  }

  /** The line that follows one of this content. */
  String firstLineAfter(String line, String column) {
    return firstLine(text(column).lines().dropWhile(one -> !one.strip().equals(line)).skip(1));
  }

  private static String firstLine(Stream<String> lines) {
    return lines.map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("");
  }

  /** Bytes in hexadecimal. */
  String hex(String column) {
    String value = text(column);
    return value.startsWith(BYTES) ? value.substring(BYTES.length()) : value;
  }

  boolean is(String column, String value) {
    return text(column).equals(value);
  }

  boolean flag(String column) {
    return TRUE.contains(text(column));
  }

  /** A whole number; zero for NULL and for what is none. */
  long number(String column) {
    String value = text(column);
    return NUMBER.matcher(value).matches() ? Long.parseLong(value) : 0;
  }

  Optional<StoredTime> time(String column) {
    return StoredTime.parse(text(column));
  }
}
