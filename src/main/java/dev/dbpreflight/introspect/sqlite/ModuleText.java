package dev.dbpreflight.introspect.sqlite;

import dev.dbpreflight.model.SqlText;
import java.text.ParseException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The module of a virtual table and its arguments. Only the module knows what an argument means, so
 * nothing but white space outside of quotes is touched.
 */
record ModuleText(SqlText text) {

  /**
   * @throws ParseException when the text is not what it should be
   */
  static ModuleText parse(String sql) throws ParseException {
    TokenCursor cursor = new TokenCursor(SqliteTokens.ofStatement(sql));
    cursor.expect("CREATE", "VIRTUAL", "TABLE");
    cursor.accept("IF", "NOT", "EXISTS");
    cursor.objectName();
    cursor.expect("USING");
    String module = SqlNames.fold(cursor.name());
    if (cursor.atEnd()) {
      return new ModuleText(SqlText.of(module));
    }
    List<List<SqlToken>> arguments = TokenCursor.splitAtCommas(cursor.parenthesised());
    if (!cursor.atEnd()) {
      throw cursor.unexpected();
    }
    String text =
        arguments.stream().map(ModuleText::argument).collect(Collectors.joining(", ", "(", ")"));
    return new ModuleText(SqlText.of(arguments.isEmpty() ? module : module + text));
  }

  private static String argument(List<SqlToken> tokens) {
    StringBuilder text = new StringBuilder();
    int end = tokens.isEmpty() ? 0 : tokens.getFirst().start();
    for (SqlToken token : tokens) {
      text.append(token.start() > end ? " " : "").append(token.text());
      end = token.end();
    }
    return text.toString();
  }
}
