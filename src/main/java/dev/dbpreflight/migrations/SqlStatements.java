package dev.dbpreflight.migrations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The statements of an SQL text, as far as one must know them to tell what they do to the
 * transaction: split at semicolons, without comments, in capitals, each run of white space one
 * blank. What stands in quotes is left out.
 */
final class SqlStatements {
  /** No statement is told by a word that stands further behind. */
  private static final int HEAD = 400;

  private final String text;
  private final List<String> found = new ArrayList<>();
  private final StringBuilder head = new StringBuilder();
  private int at;

  private SqlStatements(String text) {
    this.text = text;
  }

  /** The beginnings of the statements, in order; none for a text that has only comments. */
  static List<String> in(String text) {
    SqlStatements statements = new SqlStatements(text);
    statements.split();
    return statements.found;
  }

  private void split() {
    while (at < text.length()) {
      char next = text.charAt(at);
      if (text.startsWith("--", at)) {
        at = after("\n", at);
        append(' ');
      } else if (text.startsWith("/*", at)) {
        skipComment();
        append(' ');
      } else if (next == '\'') {
        skipString();
      } else if (next == '"') {
        at = after("\"", at + 1);
        append('"');
      } else if (next == '$' && dollarTag() != null) {
        String tag = dollarTag();
        at = after(tag, at + tag.length());
        append('$');
      } else if (next == ';') {
        end();
        at++;
      } else {
        append(next);
        at++;
      }
    }
    end();
  }

  private void append(char character) {
    boolean blank = Character.isWhitespace(character) || character == '\uFEFF';
    boolean again = head.isEmpty() || head.charAt(head.length() - 1) == ' ';
    if (head.length() < HEAD && !(blank && again)) {
      head.append(blank ? ' ' : character);
    }
  }

  private void end() {
    String statement = head.toString().strip().toUpperCase(Locale.ROOT);
    if (!statement.isEmpty()) {
      found.add(statement);
    }
    head.setLength(0);
  }

  /** PostgreSQL's comments nest. */
  private void skipComment() {
    int depth = 0;
    do {
      if (text.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else if (text.startsWith("*/", at)) {
        depth--;
        at += 2;
      } else {
        at++;
      }
    } while (depth > 0 && at < text.length());
  }

  private void skipString() {
    boolean escapes = at > 0 && "eE".indexOf(text.charAt(at - 1)) >= 0 && !isWord(at - 2);
    at++;
    while (at < text.length() && text.charAt(at) != '\'') {
      at += escapes && text.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
    append('\'');
  }

  /** "$$" or "$body$" at this place; null when there is none. */
  private String dollarTag() {
    if (isWord(at - 1)) {
      return null;
    }
    int end = at + 1;
    while (isWord(end) && text.charAt(end) != '$') {
      end++;
    }
    boolean closed = end < text.length() && text.charAt(end) == '$';
    boolean digit = at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
    return closed && !digit ? text.substring(at, end + 1) : null;
  }

  private boolean isWord(int place) {
    return place >= 0
        && place < text.length()
        && (Character.isLetterOrDigit(text.charAt(place)) || text.charAt(place) == '_');
  }

  private int after(String mark, int from) {
    int place = text.indexOf(mark, from);
    return place < 0 ? text.length() : place + mark.length();
  }
}
