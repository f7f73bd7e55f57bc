package dev.dbpreflight.introspect.sqlite;

import dev.dbpreflight.introspect.sqlite.SqlPiece.Role;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Finds out what each token of an expression or statement is, and spells it in the one canonical
 * way: keywords in capitals, names without quotes where they need none, strings that were written
 * in double quotes as strings. It knows just enough grammar for that: whether an operand can begin
 * here.
 */
final class SqlPieces {
  /** A quoted word or a string behind one of these is a name. */
  private static final Set<String> BEFORE_NAME =
      Set.of("AS", "FROM", "JOIN", "INTO", "UPDATE", "TABLE", "COLLATE");

  private static final Set<String> OPERAND_KEYWORDS =
      Set.of(
          "NULL", "END", "CURRENT_DATE", "CURRENT_TIME", "CURRENT_TIMESTAMP", "ISNULL", "NOTNULL");

  /** Behind these a keyword that is also the name of a column is that column. */
  private static final Set<String> BEFORE_OPERAND =
      Set.of(
          "SELECT",
          "DISTINCT",
          "ALL",
          "WHERE",
          "AND",
          "OR",
          "NOT",
          "ON",
          "WHEN",
          "THEN",
          "ELSE",
          "CASE",
          "HAVING",
          "BY",
          "LIMIT",
          "OFFSET",
          "BETWEEN",
          "LIKE",
          "GLOB",
          "REGEXP",
          "MATCH",
          "IN",
          "IS",
          "FROM",
          "ESCAPE",
          "SET",
          "RETURNING");

  private static final Set<String> FUNCTION_KEYWORDS =
      Set.of("CAST", "RAISE", "REPLACE", "LIKE", "GLOB", "MATCH", "REGEXP", "IF");

  /** A keyword can begin a statement, an operand an expression. */
  private static final SqlPiece STATEMENT_START = new SqlPiece(Role.SEMICOLON, "");

  private static final SqlPiece EXPRESSION_START = new SqlPiece(Role.OPEN, "");

  private final List<SqlToken> tokens;
  private final NameScope scope;
  private final SqlPiece start;
  private final List<SqlPiece> pieces = new ArrayList<>();

  /** Per open parenthesis, whether it is that of CAST. */
  private final Deque<Boolean> casts = new ArrayDeque<>();

  private boolean inCastType;
  private int at;

  private SqlPieces(List<SqlToken> tokens, NameScope scope, SqlPiece start) {
    this.tokens = tokens;
    this.scope = scope;
    this.start = start;
  }

  static List<SqlPiece> ofExpression(List<SqlToken> tokens, NameScope scope) {
    return of(new SqlPieces(tokens, scope, EXPRESSION_START));
  }

  static List<SqlPiece> ofStatement(List<SqlToken> tokens, NameScope scope) {
    return of(new SqlPieces(tokens, scope, STATEMENT_START));
  }

  private static List<SqlPiece> of(SqlPieces reader) {
    List<SqlToken> tokens = reader.tokens;
    for (reader.at = 0; reader.at < tokens.size(); reader.at++) {
      reader.pieces.add(reader.piece(tokens.get(reader.at)));
    }
    return reader.pieces;
  }

  private SqlPiece piece(SqlToken token) {
    return switch (token.kind()) {
      case WORD -> word(token);
      case QUOTED -> quoted(token);
      case STRING -> nameExpected() ? name(token) : new SqlPiece(Role.VALUE, token.text());
      case BLOB -> new SqlPiece(Role.VALUE, SqlNames.capitals(token.text()));
      case NUMBER -> new SqlPiece(Role.VALUE, SqlNames.fold(token.text()));
      case VARIABLE -> new SqlPiece(Role.VALUE, token.text());
      case OPERATOR -> operator(token.text());
    };
  }

  private SqlPiece word(SqlToken token) {
    String capitals = SqlNames.capitals(token.text());
    if (isNameHere(token)) {
      return SqlNames.isKeyword(capitals) || scope.knows(token.text()) || !isTruth(capitals)
          ? name(token)
          : new SqlPiece(Role.VALUE, capitals);
    }
    boolean function = nextIs("(") && !afterOperand() && FUNCTION_KEYWORDS.contains(capitals);
    if (casts.peek() == Boolean.TRUE && capitals.equals("AS")) {
      inCastType = true;
    }
    return new SqlPiece(function ? Role.FUNCTION : Role.KEYWORD, capitals);
  }

  /** Most keywords can be names as well; where an operand is due, one that is known is a name. */
  private boolean isNameHere(SqlToken token) {
    String text = token.text();
    if (!SqlNames.isKeyword(text) || previousIs(Role.DOT) || nextIs(".")) {
      return true;
    }
    if (SqlNames.isReserved(text) || nextIs("(") || isCurrentTime(text)) {
      return false;
    }
    return previousIsKeyword("AS") || (operandIsDue() && scope.knows(text));
  }

  private boolean operandIsDue() {
    SqlPiece previous = previous();
    return switch (previous.role()) {
      case BINARY, UNARY, OPEN, COMMA, DOT -> true;
      case KEYWORD -> BEFORE_OPERAND.contains(previous.text()) && !isConflictOr(previous);
      case NAME, FUNCTION, VALUE, CLOSE, SEMICOLON -> false;
    };
  }

  /** INSERT OR REPLACE, UPDATE OR IGNORE. */
  private boolean isConflictOr(SqlPiece previous) {
    return previous.isKeyword("OR")
        && (beforePrevious().isKeyword("INSERT") || beforePrevious().isKeyword("UPDATE"));
  }

  private static boolean isCurrentTime(String text) {
    return SqlNames.fold(text).startsWith("current_");
  }

  private static boolean isTruth(String capitals) {
    return capitals.equals("TRUE") || capitals.equals("FALSE");
  }

  private SqlPiece quoted(SqlToken token) {
    if (!token.isDoubleQuoted() || nextIs("(") || nameExpected() || scope.knows(token.name())) {
      return name(token);
    }
    return new SqlPiece(Role.VALUE, SqlNames.literal(token.name()));
  }

  private SqlPiece name(SqlToken token) {
    String name = scope.spell(token.name());
    if (inCastType) {
      return new SqlPiece(Role.FUNCTION, SqlNames.identifier(SqlNames.capitals(name)));
    }
    if (nextIs("(")) {
      String spelled = scope.knows(name) ? name : SqlNames.fold(name);
      return new SqlPiece(Role.FUNCTION, SqlNames.identifier(spelled));
    }
    if (previousIsKeyword("COLLATE")) {
      return new SqlPiece(Role.NAME, SqlNames.identifier(SqlNames.capitals(token.name())));
    }
    return new SqlPiece(Role.NAME, SqlNames.identifier(name));
  }

  /**
   * Where a string can only be a name: in a qualified name, behind FROM and the like, as an alias.
   */
  private boolean nameExpected() {
    SqlPiece previous = previous();
    boolean behindKeyword =
        previous.role() == Role.KEYWORD
            && BEFORE_NAME.contains(previous.text())
            && !isDistinctFrom(previous);
    return behindKeyword || previousIs(Role.DOT) || nextIs(".") || afterOperand() || inCastType;
  }

  private boolean isDistinctFrom(SqlPiece previous) {
    return previous.isKeyword("FROM") && beforePrevious().isKeyword("DISTINCT");
  }

  private SqlPiece operator(String text) {
    return switch (text) {
      case "(" -> open();
      case ")" -> close();
      case "," -> new SqlPiece(Role.COMMA, text);
      case "." -> new SqlPiece(Role.DOT, text);
      case ";" -> new SqlPiece(Role.SEMICOLON, text);
      case "*" -> new SqlPiece(afterOperand() ? Role.BINARY : Role.VALUE, text);
      case "==" -> new SqlPiece(Role.BINARY, "=");
      case "!=" -> new SqlPiece(Role.BINARY, "<>");
      default -> new SqlPiece(afterOperand() ? Role.BINARY : Role.UNARY, text);
    };
  }

  private SqlPiece open() {
    SqlPiece previous = previous();
    casts.push(previous.role() == Role.FUNCTION && previous.text().equals("CAST"));
    return new SqlPiece(Role.OPEN, "(");
  }

  private SqlPiece close() {
    if (!casts.isEmpty() && casts.pop()) {
      inCastType = false;
    }
    return new SqlPiece(Role.CLOSE, ")");
  }

  /** Whether an operand has just ended, so that an operator or an alias comes next. */
  private boolean afterOperand() {
    SqlPiece previous = previous();
    return switch (previous.role()) {
      case NAME, VALUE, CLOSE -> true;
      case KEYWORD -> OPERAND_KEYWORDS.contains(previous.text());
      case FUNCTION, BINARY, UNARY, OPEN, COMMA, DOT, SEMICOLON -> false;
    };
  }

  private SqlPiece previous() {
    return pieces.isEmpty() ? start : pieces.getLast();
  }

  private SqlPiece beforePrevious() {
    return pieces.size() < 2 ? start : pieces.get(pieces.size() - 2);
  }

  private boolean previousIs(Role role) {
    return previous().role() == role;
  }

  private boolean previousIsKeyword(String keyword) {
    return previous().isKeyword(keyword);
  }

  private boolean nextIs(String operator) {
    return at + 1 < tokens.size() && tokens.get(at + 1).isOperator(operator);
  }
}
