package dev.dbpreflight.introspect.sqlite;

import dev.dbpreflight.introspect.sqlite.SqlPiece.Role;
import dev.dbpreflight.model.SqlText;
import java.util.List;
import java.util.Set;

/**
 * Writes SQL in one canonical form, so that texts that differ only in comments, white space,
 * quoting or the case of keywords are equal. It never reorders and never drops anything but
 * parentheses around the whole.
 */
final class CanonicalSql {
  private static final Set<String> OWN_LINE =
      Set.of(
          "FROM",
          "WHERE",
          "GROUP",
          "HAVING",
          "WINDOW",
          "ORDER",
          "LIMIT",
          "UNION",
          "EXCEPT",
          "INTERSECT");

  private static final Set<String> JOIN_WORDS =
      Set.of("NATURAL", "LEFT", "RIGHT", "FULL", "INNER", "OUTER", "CROSS", "JOIN");

  private static final SqlToken NO_TOKEN = SqlToken.END;

  private final StringBuilder out = new StringBuilder();
  private final boolean lines;
  private SqlPiece previous = new SqlPiece(Role.OPEN, "");
  private int depth;

  private CanonicalSql(boolean lines) {
    this.lines = lines;
  }

  /** An expression on one line, without parentheses around the whole. */
  static SqlText expression(List<SqlToken> tokens, NameScope scope) {
    List<SqlToken> inside = withoutOuterParentheses(tokens);
    return SqlText.of(new CanonicalSql(false).print(SqlPieces.ofExpression(inside, scope)));
  }

  /** A statement on one line. */
  static SqlText statement(List<SqlToken> tokens, NameScope scope) {
    return SqlText.of(new CanonicalSql(false).print(SqlPieces.ofStatement(tokens, scope)));
  }

  /** A query with a line for each clause and each column, to be read in a review. */
  static SqlText query(List<SqlToken> tokens, NameScope scope) {
    return SqlText.of(new CanonicalSql(true).print(SqlPieces.ofStatement(tokens, scope)));
  }

  /**
   * What a column gets by itself, as SQLite keeps it. A single bare word is a string there, and
   * NULL is what a column without a default gets anyway.
   */
  static SqlText defaultValue(List<SqlToken> tokens) {
    List<SqlToken> inside = withoutOuterParentheses(tokens);
    if (inside.size() == 2 && inside.getFirst().isOperator("+") && isNumber(inside.getLast())) {
      inside = inside.subList(1, 2);
    }
    SqlToken only = inside.size() == 1 ? inside.getFirst() : NO_TOKEN;
    if (only.isWord("NULL")) {
      return SqlText.NONE;
    }
    boolean name = only.kind() == SqlToken.Kind.QUOTED || only.kind() == SqlToken.Kind.WORD;
    return name && !isConstant(only)
        ? SqlText.of(SqlNames.literal(only.name()))
        : expression(inside, NameScope.NOTHING);
  }

  private static boolean isNumber(SqlToken token) {
    return token.kind() == SqlToken.Kind.NUMBER;
  }

  private static boolean isConstant(SqlToken token) {
    return token.isWord("TRUE")
        || token.isWord("FALSE")
        || token.isWord("CURRENT_DATE")
        || token.isWord("CURRENT_TIME")
        || token.isWord("CURRENT_TIMESTAMP");
  }

  /** The same expression without parentheses around it; those of a row or a query stay. */
  static List<SqlToken> withoutOuterParentheses(List<SqlToken> tokens) {
    List<SqlToken> inside = tokens;
    while (isWrapped(inside)) {
      inside = inside.subList(1, inside.size() - 1);
    }
    return inside;
  }

  private static boolean isWrapped(List<SqlToken> tokens) {
    if (tokens.size() < 3 || !tokens.getFirst().isOperator("(") || isQuery(tokens.get(1))) {
      return false;
    }
    int depth = 0;
    for (int index = 0; index < tokens.size(); index++) {
      SqlToken token = tokens.get(index);
      depth += token.isOperator("(") ? 1 : token.isOperator(")") ? -1 : 0;
      boolean closedEarly = depth == 0 && index < tokens.size() - 1;
      boolean row = depth == 1 && token.isOperator(",");
      if (closedEarly || row) {
        return false;
      }
    }
    return true;
  }

  private static boolean isQuery(SqlToken token) {
    return token.isWord("SELECT") || token.isWord("VALUES") || token.isWord("WITH");
  }

  private String print(List<SqlPiece> pieces) {
    for (SqlPiece piece : pieces) {
      depth -= piece.role() == Role.CLOSE ? 1 : 0;
      out.append(between(piece)).append(piece.text());
      depth += piece.role() == Role.OPEN ? 1 : 0;
      previous = piece;
    }
    return out.toString();
  }

  private String between(SqlPiece piece) {
    if (out.isEmpty()) {
      return "";
    }
    if (lines && depth == 0) {
      if (previous.role() == Role.COMMA) {
        return "\n  ";
      }
      if (startsLine(piece)) {
        return "\n";
      }
    }
    return isTight(piece) ? "" : " ";
  }

  private boolean startsLine(SqlPiece piece) {
    if (piece.role() != Role.KEYWORD) {
      return false;
    }
    boolean joins = JOIN_WORDS.contains(piece.text()) && !JOIN_WORDS.contains(previous.text());
    boolean clause = OWN_LINE.contains(piece.text()) && !previous.isKeyword("DISTINCT");
    return joins || clause;
  }

  private boolean isTight(SqlPiece piece) {
    return switch (piece.role()) {
      case CLOSE, COMMA, DOT, SEMICOLON -> true;
      case OPEN -> previous.role() == Role.FUNCTION || afterOpening();
      // Two minus signs side by side would be a comment.
      case UNARY -> afterOpening() && previous.role() != Role.UNARY;
      case NAME, FUNCTION, KEYWORD, VALUE, BINARY -> afterOpening();
    };
  }

  private boolean afterOpening() {
    return switch (previous.role()) {
      case OPEN, DOT, UNARY -> true;
      case NAME, FUNCTION, KEYWORD, VALUE, BINARY, CLOSE, COMMA, SEMICOLON -> false;
    };
  }
}
