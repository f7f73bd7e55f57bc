package dev.dbpreflight.introspect.sqlite;

import java.text.ParseException;
import java.util.List;

/**
 * What the text of CREATE VIEW says beyond the pragmas, which tell the names of the columns.
 *
 * @param query what stands behind AS
 */
record ViewText(List<SqlToken> query) {

  /**
   * @throws ParseException when the text is not what it should be
   */
  static ViewText parse(String sql) throws ParseException {
    TokenCursor cursor = new TokenCursor(SqliteTokens.ofStatement(sql));
    cursor.expect("CREATE");
    cursor.acceptAny("TEMP", "TEMPORARY");
    cursor.expect("VIEW");
    cursor.accept("IF", "NOT", "EXISTS");
    cursor.objectName();
    if (cursor.atOperator("(")) {
      cursor.parenthesised();
    }
    cursor.expect("AS");
    return new ViewText(cursor.rest());
  }
}
