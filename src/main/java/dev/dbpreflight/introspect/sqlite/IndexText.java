package dev.dbpreflight.introspect.sqlite;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the text of CREATE INDEX says beyond the pragmas.
 *
 * @param keys the expression of each key, without its direction
 * @param predicate of a partial index; empty for all rows
 */
record IndexText(List<List<SqlToken>> keys, List<SqlToken> predicate) {
  static final IndexText UNKNOWN = new IndexText(List.of(), List.of());

  /**
   * @throws ParseException when the text is not what it should be
   */
  static IndexText parse(String sql) throws ParseException {
    TokenCursor cursor = new TokenCursor(SqliteTokens.ofStatement(sql));
    cursor.expect("CREATE");
    cursor.accept("UNIQUE");
    cursor.expect("INDEX");
    cursor.accept("IF", "NOT", "EXISTS");
    cursor.objectName();
    cursor.expect("ON");
    cursor.name();
    List<List<SqlToken>> keys = new ArrayList<>();
    for (List<SqlToken> item : TokenCursor.splitAtCommas(cursor.parenthesised())) {
      keys.add(withoutDirection(item));
    }
    if (cursor.accept("WHERE")) {
      return new IndexText(keys, cursor.rest());
    }
    if (!cursor.atEnd()) {
      throw cursor.unexpected();
    }
    return new IndexText(keys, List.of());
  }

  private static List<SqlToken> withoutDirection(List<SqlToken> item) {
    int last = item.size() - 1;
    if (last < 1 || !(item.get(last).isWord("ASC") || item.get(last).isWord("DESC"))) {
      return item;
    }
    SqlToken before = item.get(last - 1);
    boolean operand = before.kind() == SqlToken.Kind.OPERATOR && !before.isOperator(")");
    return operand ? item : item.subList(0, last);
  }
}
