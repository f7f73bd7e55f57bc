package dev.dbpreflight.history;

import dev.dbpreflight.model.Column;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * A column that a bookkeeping table has. Types are matched by family, in the words of PostgreSQL
 * and of SQLite alike: the tools' types differ between their versions, their families do not.
 *
 * @param name in lower case
 * @param optional newer or older versions of the tool do without it
 * @param bulky of a type that holds whole documents
 */
record ColumnPattern(String name, boolean optional, boolean bulky, List<Pattern> types) {
  private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();
  private static final Set<String> BULKY = Set.of("json", "text[]");
  private static final String TEXT_OF_LENGTH = "VARCHAR ?\\(%1$s\\)|CHARACTER VARYING\\(%1$s\\)";

  /**
   * Parses "name type, name? type|type". The types are int, text, text(128), text[], bool, time,
   * json, bytes, number and any of the server's own. A last "*" says that there may be further
   * columns.
   */
  static List<ColumnPattern> parse(String columns) {
    return Arrays.stream(columns.split(",")).map(String::strip).map(ColumnPattern::one).toList();
  }

  /** Documents say nothing about what is applied, and may be long. */
  boolean isReadable() {
    return !isAnyOther() && !bulky;
  }

  boolean isAnyOther() {
    return name.equals("*");
  }

  private static ColumnPattern one(String column) {
    if (column.equals("*")) {
      return new ColumnPattern("*", true, false, List.of());
    }
    int space = column.indexOf(' ');
    String name = column.substring(0, space);
    boolean optional = name.endsWith("?");
    List<String> types = List.of(column.substring(space + 1).split("\\|"));
    return new ColumnPattern(
        optional ? name.substring(0, name.length() - 1) : name,
        optional,
        types.stream().anyMatch(BULKY::contains),
        types.stream().map(ColumnPattern::type).toList());
  }

  boolean matches(Column column) {
    String type = column.type().toUpperCase(Locale.ROOT);
    return types.stream().anyMatch(pattern -> pattern.matcher(type).matches());
  }

  private static Pattern type(String family) {
    return PATTERNS.computeIfAbsent(family, ColumnPattern::compile);
  }

  private static Pattern compile(String family) {
    String length = family.startsWith("text(") ? family.substring(5, family.length() - 1) : "";
    return Pattern.compile(length.isEmpty() ? types(family) : TEXT_OF_LENGTH.formatted(length));
  }

  private static String types(String family) {
    return switch (family) {
      case "int" -> "(SMALL|MEDIUM|BIG|U)?INT(EGER|2|4|8|64)?( UNSIGNED)?|BIGINTEGER|(BIG)?SERIAL";
      case "text" -> "TEXT|CLOB|N?(VAR)?CHAR(ACTER)?( VARYING)?( ?\\(\\d+\\))?";
      case "text[]" -> "(TEXT|CHARACTER VARYING)\\[\\]";
      case "bool" -> "BOOL(EAN)?(_INTEGER)?";
      case "time" -> "(TIMESTAMP|DATETIME|DATE)(_TEXT)?( ?\\(\\d\\))?( WITH(OUT)? TIME ZONE)?";
      case "json" -> "JSONB?";
      case "bytes" -> "BYTEA|BLOB";
      case "number" -> "(NUMERIC|DECIMAL)( ?\\([0-9, ]+\\))?|REAL|DOUBLE PRECISION";
      // The server's own: the name of another one is qualified. Reading a value of a user's type
      // can run a cast of that user.
      case "any" -> "[^.]*";
      default -> throw new IllegalArgumentException("no family of types " + family);
    };
  }
}
