package dev.dbpreflight.diff;

import dev.dbpreflight.diff.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Rewrites what PostgreSQL prints into one spelling, where two spellings are known to mean the
 * same.
 */
final class PostgresSpelling {
  private static final SqlToken OPEN = new SqlToken(Kind.SYMBOL, "(");
  private static final SqlToken CLOSE = new SqlToken(Kind.SYMBOL, ")");
  private static final SqlToken CAST = new SqlToken(Kind.SYMBOL, "::");
  private static final SqlToken TEXT = new SqlToken(Kind.WORD, "text");
  private static final Set<String> AFTER_FROM =
      Set.of("WHERE", "GROUP", "HAVING", "WINDOW", "ORDER", "LIMIT", "OFFSET", "FETCH", "FOR");
  private static final Set<String> BEFORE_OTHER_NAMES = Set.of(".", "::", "COLLATE");

  private PostgresSpelling() {}

  static List<SqlToken> ofServerVersions(List<SqlToken> tokens) {
    List<SqlToken> words = new ArrayList<>(tokens);
    if (!words.isEmpty() && words.getLast().is(";")) {
      words.removeLast();
    }
    callFunctionsInTriggers(words);
    castElementsOfArrays(words);
    dropNeedlessQualification(words);
    return words;
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

  /** Up to version 15 views on one table qualify its columns, since then they do not. */
  private static void dropNeedlessQualification(List<SqlToken> words) {
    long queries =
        words.stream()
            .filter(word -> word.is("SELECT") || word.is("VALUES") || word.is("WITH"))
            .count();
    int from = startsWith(words, 0, "SELECT") && queries == 1 ? from(words) : -1;
    if (from < 0) {
      return;
    }
    int end = from + 1;
    while (end < words.size() && !AFTER_FROM.contains(words.get(end).text())) {
      end++;
    }
    String table = onlyTable(words.subList(from + 1, end));
    for (int at = words.size() - 1; at > 0; at--) {
      boolean elsewhere = at < from || at >= end;
      if (elsewhere && qualifiesColumn(words, at, table)) {
        words.subList(at, at + 2).clear();
      }
    }
  }

  /** The name by which a query calls its table; empty where there is more than a table. */
  private static String onlyTable(List<SqlToken> item) {
    int path = item.size() > 2 && item.get(1).is(".") ? 3 : 1;
    boolean plain =
        (item.size() == path || item.size() == path + 1)
            && item.stream().allMatch(word -> word.isName() || word.is("."));
    return plain && !item.getFirst().text().equals("ONLY") ? item.getLast().text() : "";
  }

  private static int from(List<SqlToken> words) {
    int depth = 0;
    for (int at = 1; at < words.size(); at++) {
      SqlToken word = words.get(at);
      depth += word.is("(") ? 1 : word.is(")") ? -1 : 0;
      if (depth == 0 && word.text().equals("FROM") && !words.get(at - 1).is("DISTINCT")) {
        return at;
      }
    }
    return -1;
  }

  private static boolean qualifiesColumn(List<SqlToken> words, int at, String table) {
    if (!words.get(at).isName() || !words.get(at).text().equals(table)) {
      return false;
    }
    boolean otherName = BEFORE_OTHER_NAMES.contains(words.get(at - 1).text());
    boolean path = at + 2 < words.size() && words.get(at + 1).is(".") && words.get(at + 2).isName();
    boolean call = at + 3 < words.size() && words.get(at + 3).is("(");
    return path && !call && !otherName;
  }

  private static boolean startsWith(List<SqlToken> words, int at, String... start) {
    if (at + start.length > words.size()) {
      return false;
    }
    for (int offset = 0; offset < start.length; offset++) {
      if (!words.get(at + offset).is(start[offset])) {
        return false;
      }
    }
    return true;
  }
}
