package dev.dbpreflight.introspect.sqlite;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;

/** A place in a list of tokens, for parsers that look at most a few tokens ahead. */
final class TokenCursor {
  private final List<SqlToken> tokens;
  private int at;

  TokenCursor(List<SqlToken> tokens) {
    this.tokens = tokens;
  }

  boolean atEnd() {
    return at >= tokens.size();
  }

  SqlToken peek() {
    return peek(0);
  }

  private SqlToken peek(int ahead) {
    return at + ahead < tokens.size() ? tokens.get(at + ahead) : SqlToken.END;
  }

  SqlToken next() throws ParseException {
    if (atEnd()) {
      throw unexpected();
    }
    return tokens.get(at++);
  }

  /** Whether these keywords come next, one after the other. */
  boolean at(String... keywords) {
    for (int ahead = 0; ahead < keywords.length; ahead++) {
      if (!peek(ahead).isWord(keywords[ahead])) {
        return false;
      }
    }
    return true;
  }

  /** Steps over these keywords if they come next. */
  boolean accept(String... keywords) {
    if (!at(keywords)) {
      return false;
    }
    at += keywords.length;
    return true;
  }

  boolean acceptAny(String... keywords) {
    for (String keyword : keywords) {
      if (accept(keyword)) {
        return true;
      }
    }
    return false;
  }

  void expect(String... keywords) throws ParseException {
    if (!accept(keywords)) {
      throw unexpected();
    }
  }

  boolean atOperator(String operator) {
    return peek().isOperator(operator);
  }

  boolean acceptOperator(String operator) {
    if (!atOperator(operator)) {
      return false;
    }
    at++;
    return true;
  }

  /** A name in any of SQLite's quotings. */
  String name() throws ParseException {
    if (!peek().canBeName()) {
      throw unexpected();
    }
    return next().name();
  }

  /** The name of an object, which a schema may stand before: only {@code main} is ever read. */
  String objectName() throws ParseException {
    String name = name();
    return acceptOperator(".") ? name() : name;
  }

  /** What stands in the parentheses that open here. */
  List<SqlToken> parenthesised() throws ParseException {
    if (!acceptOperator("(")) {
      throw unexpected();
    }
    int start = at;
    int depth = 1;
    while (depth > 0) {
      SqlToken token = next();
      depth += token.isOperator("(") ? 1 : token.isOperator(")") ? -1 : 0;
    }
    return tokens.subList(start, at - 1);
  }

  /** Names in parentheses with commas between them. */
  List<String> parenthesisedNames() throws ParseException {
    List<String> names = new ArrayList<>();
    for (List<SqlToken> item : splitAtCommas(parenthesised())) {
      names.add(new TokenCursor(item).name());
    }
    return names;
  }

  List<SqlToken> rest() {
    List<SqlToken> rest = tokens.subList(at, tokens.size());
    at = tokens.size();
    return rest;
  }

  ParseException unexpected() {
    String what = atEnd() ? "unexpected end" : "unexpected " + peek().text();
    return new ParseException(what, peek().start());
  }

  /** The parts between the commas that are in no parentheses. */
  static List<List<SqlToken>> splitAtCommas(List<SqlToken> tokens) {
    List<List<SqlToken>> parts = new ArrayList<>();
    int start = 0;
    int depth = 0;
    for (int index = 0; index < tokens.size(); index++) {
      SqlToken token = tokens.get(index);
      depth += token.isOperator("(") ? 1 : token.isOperator(")") ? -1 : 0;
      if (depth == 0 && token.isOperator(",")) {
        parts.add(tokens.subList(start, index));
        start = index + 1;
      }
    }
    if (!tokens.isEmpty()) {
      parts.add(tokens.subList(start, tokens.size()));
    }
    return parts;
  }
}
