package dev.dbpreflight.introspect.sqlite;

import dev.dbpreflight.introspect.sqlite.SqlToken.Kind;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts SQL text into tokens where SQLite's own tokenizer cuts it: all four ways to quote, both
 * kinds of comments, blobs, numbers, names beyond ASCII. See <a
 * href="https://www.sqlite.org/lang_keywords.html">lang_keywords</a>.
 */
final class SqliteTokens {
  /** Longest first, so that the first match is the right one. */
  private static final List<String> OPERATORS =
      List.of(
          "->>", "->", "||", "==", "!=", "<>", "<=", ">=", "<<", ">>", "(", ")", ",", ";", ".", "=",
          "<", ">", "+", "-", "*", "/", "%", "&", "|", "~");

  private final String sql;
  private final List<SqlToken> tokens = new ArrayList<>();
  private int at;

  private SqliteTokens(String sql) {
    this.sql = sql;
  }

  /**
   * @throws ParseException when SQLite could not have accepted the text
   */
  static List<SqlToken> of(String sql) throws ParseException {
    SqliteTokens reader = new SqliteTokens(sql);
    while (reader.skipToToken()) {
      reader.readToken();
    }
    return reader.tokens;
  }

  /**
   * A statement of the schema: those that people wrote into it by hand may end with a semicolon.
   */
  static List<SqlToken> ofStatement(String sql) throws ParseException {
    List<SqlToken> tokens = of(sql);
    int end = tokens.size();
    while (end > 0 && tokens.get(end - 1).isOperator(";")) {
      end--;
    }
    return tokens.subList(0, end);
  }

  private boolean skipToToken() {
    while (at < sql.length()) {
      if (isSpace(sql.charAt(at))) {
        at++;
      } else if (sql.startsWith("--", at)) {
        int newline = sql.indexOf('\n', at);
        at = newline < 0 ? sql.length() : newline + 1;
      } else if (sql.startsWith("/*", at) && at + 2 < sql.length()) {
        // SQLite lets the last comment run to the end of the text.
        int close = sql.indexOf("*/", at + 2);
        at = close < 0 ? sql.length() : close + 2;
      } else {
        return true;
      }
    }
    return false;
  }

  private void readToken() throws ParseException {
    char first = sql.charAt(at);
    if (first == '\'') {
      add(Kind.STRING, quotedEnd(first));
    } else if (first == '"' || first == '`') {
      add(Kind.QUOTED, quotedEnd(first));
    } else if (first == '[') {
      add(Kind.QUOTED, closingBracket());
    } else if ((first == 'x' || first == 'X') && charAt(at + 1) == '\'') {
      add(Kind.BLOB, blobEnd());
    } else if (isDigit(first) || (first == '.' && isDigit(charAt(at + 1)))) {
      add(Kind.NUMBER, numberEnd());
    } else if (isNameStart(first)) {
      add(Kind.WORD, nameEnd(at));
    } else if ("?@#:$".indexOf(first) >= 0) {
      add(Kind.VARIABLE, nameEnd(at + 1));
    } else {
      add(Kind.OPERATOR, at + operator().length());
    }
  }

  private void add(Kind kind, int end) {
    tokens.add(new SqlToken(kind, sql.substring(at, end), at));
    at = end;
  }

  private int quotedEnd(char quote) throws ParseException {
    int close = at + 1;
    while (close < sql.length()) {
      if (sql.charAt(close) != quote) {
        close++;
      } else if (charAt(close + 1) == quote) {
        close += 2;
      } else {
        return close + 1;
      }
    }
    throw new ParseException("no closing " + quote, at);
  }

  private int closingBracket() throws ParseException {
    int close = sql.indexOf(']', at);
    if (close < 0) {
      throw new ParseException("no closing ]", at);
    }
    return close + 1;
  }

  private int blobEnd() throws ParseException {
    int close = at + 2;
    while (isHexadecimal(charAt(close))) {
      close++;
    }
    if (charAt(close) != '\'' || (close - at) % 2 != 0) {
      throw new ParseException("not a blob", at);
    }
    return close + 1;
  }

  private int numberEnd() throws ParseException {
    int end = at;
    if (sql.regionMatches(true, at, "0x", 0, 2) && isHexadecimal(charAt(at + 2))) {
      end = at + 2;
      while (isHexadecimal(charAt(end)) || charAt(end) == '_') {
        end++;
      }
    } else {
      end = digitsEnd(end);
      if (charAt(end) == '.') {
        end = digitsEnd(end + 1);
      }
      end = exponentEnd(end);
    }
    if (isNamePart(charAt(end))) {
      throw new ParseException("not a number", at);
    }
    return end;
  }

  private int exponentEnd(int end) {
    if (charAt(end) != 'e' && charAt(end) != 'E') {
      return end;
    }
    int digits = charAt(end + 1) == '+' || charAt(end + 1) == '-' ? end + 2 : end + 1;
    return isDigit(charAt(digits)) ? digitsEnd(digits) : end;
  }

  private int digitsEnd(int start) {
    int end = start;
    while (isDigit(charAt(end)) || charAt(end) == '_') {
      end++;
    }
    return end;
  }

  private int nameEnd(int start) {
    int end = start;
    while (isNamePart(charAt(end))) {
      end++;
    }
    return end;
  }

  private String operator() throws ParseException {
    for (String operator : OPERATORS) {
      if (sql.startsWith(operator, at)) {
        return operator;
      }
    }
    throw new ParseException("unexpected character", at);
  }

  /** The character, or NUL behind the end, which is part of no token. */
  private char charAt(int index) {
    return index < sql.length() ? sql.charAt(index) : '\0';
  }

  private static boolean isSpace(char character) {
    return character == ' ' || (character >= '\t' && character <= '\r') || character == '\uFEFF';
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  private static boolean isHexadecimal(char character) {
    return isDigit(character)
        || (character >= 'a' && character <= 'f')
        || (character >= 'A' && character <= 'F');
  }

  static boolean isNameStart(char character) {
    return (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || character == '_'
        || character >= 0x80;
  }

  static boolean isNamePart(char character) {
    return isNameStart(character) || isDigit(character) || character == '$';
  }
}
