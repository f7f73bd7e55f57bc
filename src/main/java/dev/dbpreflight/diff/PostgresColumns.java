package dev.dbpreflight.diff;

import dev.dbpreflight.diff.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The columns of a query that has one table, or one of anything, in its FROM. Up to version 15
 * views qualify them, since then they do not. Queries within the query are left as they are: there,
 * all versions qualify.
 */
final class PostgresColumns {
  private static final Set<String> NESTED = Set.of("SELECT", "WITH", "VALUES");
  private static final Set<String> OTHER_QUERY = Set.of("SELECT", "UNION", "INTERSECT", "EXCEPT");
  private static final Set<String> AFTER_FROM =
      Set.of("WHERE", "GROUP", "HAVING", "WINDOW", "ORDER", "LIMIT", "OFFSET", "FETCH", "FOR");
  private static final Set<String> BEFORE_OTHER_NAMES = Set.of(".", "::", "COLLATE");

  private final List<SqlToken> words;
  private final int[] partners;

  private PostgresColumns(List<SqlToken> words) {
    this.words = words;
    this.partners = Parentheses.partners(words);
  }

  static List<SqlToken> withoutNeedlessTable(List<SqlToken> words) {
    boolean query =
        !words.isEmpty()
            && (words.getFirst().text().equals("SELECT") || words.getFirst().text().equals("WITH"));
    return query ? new PostgresColumns(words).rewritten() : words;
  }

  private List<SqlToken> rewritten() {
    int select = next(0, Set.of("SELECT"));
    int from = from(select);
    int end = next(from, AFTER_FROM);
    if (from == words.size() || next(select + 1, OTHER_QUERY) < words.size()) {
      return words;
    }
    String table = onlyItem(from + 1, end);
    List<SqlToken> kept = new ArrayList<>(words.size());
    for (int at = 0; at < words.size(); at++) {
      boolean nested = opensQuery(at);
      boolean inFrom = at >= from && at < end;
      if (nested || at < select || inFrom) {
        int last = nested ? partners[at] : at;
        kept.addAll(words.subList(at, last + 1));
        at = last;
      } else if (qualifiesColumn(at, table)) {
        at++;
      } else {
        kept.add(words.get(at));
      }
    }
    return kept;
  }

  /** The next of these words outside of all parentheses; the end where there is none. */
  private int next(int start, Set<String> wanted) {
    int at = start;
    while (at < words.size() && !(isWord(at) && wanted.contains(words.get(at).text()))) {
      at = partners[at] > at ? partners[at] + 1 : at + 1;
    }
    return at;
  }

  private int from(int select) {
    int from = next(select, Set.of("FROM"));
    while (from < words.size() && words.get(from - 1).text().equals("DISTINCT")) {
      from = next(from + 1, Set.of("FROM"));
    }
    return from;
  }

  /** By what the only item of FROM is called; empty where there are several, or it is unclear. */
  private String onlyItem(int start, int end) {
    String name = "";
    int at = start;
    while (at < end) {
      SqlToken word = words.get(at);
      if (word.isName() && !isKeyword(word)) {
        name = word.text();
      } else if (partners[at] < at && !word.text().equals(".")) {
        return "";
      }
      at = partners[at] > at ? partners[at] + 1 : at + 1;
    }
    return name;
  }

  /** The server prints keywords in capitals, and names in capitals in quotes. */
  private static boolean isKeyword(SqlToken word) {
    return word.kind() == Kind.WORD && word.text().chars().noneMatch(Character::isLowerCase);
  }

  private boolean isWord(int at) {
    return words.get(at).kind() == Kind.WORD;
  }

  private boolean opensQuery(int at) {
    return partners[at] > at && isWord(at + 1) && NESTED.contains(words.get(at + 1).text());
  }

  private boolean qualifiesColumn(int at, String table) {
    if (!words.get(at).isName() || !words.get(at).text().equals(table) || at == 0) {
      return false;
    }
    boolean otherName = BEFORE_OTHER_NAMES.contains(words.get(at - 1).text());
    boolean path = at + 2 < words.size() && words.get(at + 1).is(".") && words.get(at + 2).isName();
    boolean call = at + 3 < words.size() && words.get(at + 3).is("(");
    return path && !call && !otherName;
  }
}
