package dev.dbpreflight.introspect.sqlite;

import dev.dbpreflight.model.SqlText;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * The text of CREATE TRIGGER, taken apart so far that what may be left out can be written out.
 *
 * @param timing "BEFORE", which is what none means, "AFTER" or "INSTEAD OF"
 * @param event "INSERT", "UPDATE", "DELETE"
 * @param columns of UPDATE OF; empty for all
 * @param condition behind WHEN; empty for none
 * @param statements of the body, each without its semicolon
 */
record TriggerText(
    String name,
    String timing,
    String event,
    List<String> columns,
    String table,
    List<SqlToken> condition,
    List<List<SqlToken>> statements) {
  private static final List<String> STATEMENT_STARTS =
      List.of("SELECT", "INSERT", "UPDATE", "DELETE", "REPLACE", "WITH");

  /**
   * @throws ParseException when the text is not what it should be
   */
  static TriggerText parse(String sql) throws ParseException {
    TokenCursor cursor = new TokenCursor(SqliteTokens.ofStatement(sql));
    cursor.expect("CREATE");
    cursor.acceptAny("TEMP", "TEMPORARY");
    cursor.expect("TRIGGER");
    cursor.accept("IF", "NOT", "EXISTS");
    String name = cursor.objectName();
    String timing = timing(cursor);
    String event = SqlNames.capitals(cursor.next().text());
    List<String> columns = columns(cursor);
    cursor.expect("ON");
    String table = cursor.objectName();
    cursor.accept("FOR", "EACH", "ROW");
    List<SqlToken> condition = cursor.accept("WHEN") ? condition(cursor) : List.of();
    cursor.expect("BEGIN");
    return new TriggerText(name, timing, event, columns, table, condition, statements(cursor));
  }

  private static String timing(TokenCursor cursor) {
    if (cursor.accept("INSTEAD", "OF")) {
      return "INSTEAD OF";
    }
    if (cursor.accept("AFTER")) {
      return "AFTER";
    }
    cursor.accept("BEFORE");
    return "BEFORE";
  }

  private static List<String> columns(TokenCursor cursor) throws ParseException {
    List<String> columns = new ArrayList<>();
    if (cursor.accept("OF")) {
      do {
        columns.add(cursor.name());
      } while (cursor.acceptOperator(","));
    }
    return columns;
  }

  /** Ends where BEGIN has a statement behind it: by itself it could be the name of a column. */
  private static List<SqlToken> condition(TokenCursor cursor) throws ParseException {
    List<SqlToken> condition = new ArrayList<>();
    while (STATEMENT_STARTS.stream().noneMatch(start -> cursor.at("BEGIN", start))) {
      condition.add(cursor.next());
    }
    return condition;
  }

  private static List<List<SqlToken>> statements(TokenCursor cursor) throws ParseException {
    List<List<SqlToken>> statements = new ArrayList<>();
    List<SqlToken> statement = new ArrayList<>();
    List<SqlToken> body = cursor.rest();
    if (body.isEmpty() || !body.getLast().isWord("END")) {
      throw new ParseException("no END", body.isEmpty() ? -1 : body.getLast().start());
    }
    for (SqlToken token : body.subList(0, body.size() - 1)) {
      if (token.isOperator(";")) {
        statements.add(List.copyOf(statement));
        statement.clear();
      } else {
        statement.add(token);
      }
    }
    return statements;
  }

  /** The whole statement in canonical form, a line for each statement of the body. */
  SqlText canonical(NameScope scope) {
    StringBuilder text = new StringBuilder("CREATE TRIGGER ").append(SqlNames.identifier(name));
    text.append('\n').append(timing).append(' ').append(event);
    if (!columns.isEmpty()) {
      text.append(" OF ").append(SqlNames.identifiers(columns.stream().map(scope::spell).toList()));
    }
    text.append(" ON ").append(SqlNames.identifier(scope.spell(table))).append(" FOR EACH ROW");
    if (!condition.isEmpty()) {
      text.append("\nWHEN ").append(CanonicalSql.expression(condition, scope));
    }
    text.append("\nBEGIN\n");
    for (List<SqlToken> statement : statements) {
      text.append("  ").append(CanonicalSql.statement(statement, scope)).append(";\n");
    }
    return SqlText.of(text.append("END").toString());
  }
}
