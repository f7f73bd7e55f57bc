package dev.dbpreflight.diff;

import dev.dbpreflight.diff.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts SQL into words. Gives up on nothing: what is not closed reaches to the end, so that two
 * texts have the same words only if they differ in white space and comments at most.
 */
final class SqlTokens {
  private static final String OPERATOR_CHARACTERS = "+-*/<>=~!@#%^&|`?:.";

  private final String sql;
  private final String nameQuotes;
  private final List<SqlToken> tokens = new ArrayList<>();
  private int position;

  private SqlTokens(String sql, String nameQuotes) {
    this.sql = sql;
    this.nameQuotes = nameQuotes;
  }

  /**
   * @param nameQuotes the characters that open a quoted name; "[" closes with "]"
   */
  static List<SqlToken> of(String sql, String nameQuotes) {
    SqlTokens scanner = new SqlTokens(sql, nameQuotes);
    while (scanner.position < sql.length()) {
      scanner.next();
    }
    return scanner.tokens;
  }

  private void next() {
    char first = sql.charAt(position);
    if (Character.isWhitespace(first)) {
      position++;
    } else if (sql.startsWith("--", position)) {
      position = after("\n", position);
    } else if (sql.startsWith("/*", position)) {
      position = after("*/", position + 2);
    } else if (nameQuotes.indexOf(first) >= 0) {
      take(Kind.QUOTED_NAME, endOfQuoted(position, first == '[' ? ']' : first, false));
    } else if (first == '\'') {
      take(Kind.STRING, endOfQuoted(position, '\'', false));
    } else if (first == '$' && dollarTag() != null) {
      take(Kind.STRING, after(dollarTag(), position + dollarTag().length()));
    } else if (Character.isDigit(first) || startsFraction(first)) {
      take(Kind.NUMBER, endOfNumber());
    } else if (isWordStart(first)) {
      word();
    } else {
      take(Kind.SYMBOL, endOfSymbol(first));
    }
  }

  /** A word, or a string with a prefix: E'…', B'…', X'…', U&'…'. */
  private void word() {
    int end = position + 1;
    while (end < sql.length() && isWordPart(sql.charAt(end))) {
      end++;
    }
    String word = sql.substring(position, end);
    boolean prefix = word.length() == 1 && "eEbBxXnN".contains(word);
    if (prefix && end < sql.length() && sql.charAt(end) == '\'') {
      take(Kind.STRING, endOfQuoted(end, '\'', word.equalsIgnoreCase("e")));
    } else {
      take(Kind.WORD, end);
    }
  }

  private void take(Kind kind, int end) {
    tokens.add(new SqlToken(kind, sql.substring(position, end)));
    position = end;
  }

  private int after(String mark, int from) {
    int found = sql.indexOf(mark, from);
    return found < 0 ? sql.length() : found + mark.length();
  }

  private int endOfQuoted(int open, char close, boolean backslashes) {
    int at = open + 1;
    while (at < sql.length()) {
      char character = sql.charAt(at);
      if (backslashes && character == '\\') {
        at += 2;
      } else if (character != close) {
        at++;
      } else if (close != ']' && at + 1 < sql.length() && sql.charAt(at + 1) == close) {
        at += 2;
      } else {
        return at + 1;
      }
    }
    return sql.length();
  }

  private String dollarTag() {
    int end = position + 1;
    while (end < sql.length() && (isWordStart(sql.charAt(end)) || digitAfter(end))) {
      end++;
    }
    boolean closed = end < sql.length() && sql.charAt(end) == '$';
    return closed ? sql.substring(position, end + 1) : null;
  }

  private boolean digitAfter(int at) {
    return at > position + 1 && Character.isDigit(sql.charAt(at));
  }

  private boolean startsFraction(char first) {
    return first == '.'
        && position + 1 < sql.length()
        && Character.isDigit(sql.charAt(position + 1));
  }

  private int endOfNumber() {
    int end = position;
    while (end < sql.length()) {
      char character = sql.charAt(end);
      boolean exponentSign =
          (character == '+' || character == '-')
              && end > position
              && "eE".indexOf(sql.charAt(end - 1)) >= 0;
      if (!Character.isLetterOrDigit(character) && character != '.' && !exponentSign) {
        break;
      }
      end++;
    }
    return end;
  }

  /** Signs that can form an operator stay together: "- -" is not "--", "< =" is not "<=". */
  private int endOfSymbol(char first) {
    int end = position + 1;
    if (OPERATOR_CHARACTERS.indexOf(first) < 0 || first == '.') {
      return end;
    }
    while (end < sql.length()
        && OPERATOR_CHARACTERS.indexOf(sql.charAt(end)) >= 0
        && sql.charAt(end) != '.'
        && !sql.startsWith("--", end)
        && !sql.startsWith("/*", end)) {
      end++;
    }
    return end;
  }

  private static boolean isWordStart(char character) {
    return Character.isLetter(character) || character == '_' || character > 127;
  }

  private static boolean isWordPart(char character) {
    return isWordStart(character) || Character.isDigit(character) || character == '$';
  }
}
