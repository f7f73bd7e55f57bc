package dev.dbpreflight.diff;

import dev.dbpreflight.diff.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Rewrites what PostgreSQL prints into one spelling, where two spellings are known to mean the
 * same.
 */
final class PostgresSpelling {
  private static final SqlToken OPEN = new SqlToken(Kind.SYMBOL, "(");
  private static final SqlToken CLOSE = new SqlToken(Kind.SYMBOL, ")");
  private static final SqlToken CAST = new SqlToken(Kind.SYMBOL, "::");
  private static final SqlToken TEXT = new SqlToken(Kind.WORD, "text");

  private PostgresSpelling() {}

  static List<SqlToken> ofServerVersions(List<SqlToken> tokens) {
    List<SqlToken> words = new ArrayList<>(tokens);
    if (!words.isEmpty() && words.getLast().is(";")) {
      words.removeLast();
    }
    callFunctionsInTriggers(words);
    castElementsOfArrays(words);
    return PostgresColumns.withoutNeedlessTable(words);
  }

  /** Up to version 10 triggers executed a PROCEDURE, since then a FUNCTION: the same thing. */
  private static void callFunctionsInTriggers(List<SqlToken> words) {
    boolean trigger =
        startsWith(words, 0, "CREATE", "TRIGGER")
            || startsWith(words, 0, "CREATE", "CONSTRAINT", "TRIGGER");
    for (int at = 0; trigger && at + 1 < words.size(); at++) {
      if (startsWith(words, at, "EXECUTE", "PROCEDURE")) {
        words.set(at + 1, new SqlToken(Kind.WORD, "FUNCTION"));
      }
    }
  }

  /**
   * {@code varchar_column IN ('a', 'b')} is printed as {@code (ARRAY['a', 'b'])::text[]}, and the
   * same printed text read in again, as a dump is, as {@code ARRAY['a'::text, 'b'::text]}.
   */
  private static void castElementsOfArrays(List<SqlToken> words) {
    int[] partners = Parentheses.partners(words);
    for (int open = words.size() - 1; open >= 0; open--) {
      int close = partners[open];
      if (close > open + 3
          && startsWith(words, open + 1, "ARRAY", "[")
          && words.get(close - 1).is("]")
          && startsWith(words, close + 1, "::", "text", "[", "]")) {
        List<SqlToken> array = castElements(words.subList(open + 3, close - 1));
        List<SqlToken> whole = words.subList(open, close + 5);
        whole.clear();
        whole.addAll(array);
        partners = Parentheses.partners(words);
      }
    }
  }

  private static List<SqlToken> castElements(List<SqlToken> elements) {
    List<SqlToken> array = new ArrayList<>();
    array.add(new SqlToken(Kind.WORD, "ARRAY"));
    array.add(new SqlToken(Kind.SYMBOL, "["));
    array.add(OPEN);
    int depth = 0;
    for (SqlToken element : elements) {
      depth += element.is("(") || element.is("[") ? 1 : element.is(")") || element.is("]") ? -1 : 0;
      if (depth == 0 && element.is(",")) {
        array.addAll(List.of(CLOSE, CAST, TEXT, element, OPEN));
      } else {
        array.add(element);
      }
    }
    array.addAll(List.of(CLOSE, CAST, TEXT, new SqlToken(Kind.SYMBOL, "]")));
    return array;
  }

  private static boolean startsWith(List<SqlToken> words, int at, String... start) {
    if (at + start.length > words.size()) {
      return false;
    }
    for (int offset = 0; offset < start.length; offset++) {
      if (!words.get(at + offset).text().equals(start[offset])) {
        return false;
      }
    }
    return true;
  }
}
