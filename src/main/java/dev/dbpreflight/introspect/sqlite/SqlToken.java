package dev.dbpreflight.introspect.sqlite;

/**
 * One token of SQL text; comments and white space are none.
 *
 * @param text as written, quotes included
 * @param start where it begins in the text that it was cut from
 */
record SqlToken(Kind kind, String text, int start) {
  /** What stands behind the last token of a text. */
  static final SqlToken END = new SqlToken(Kind.OPERATOR, "", -1);

  enum Kind {
    /** An unquoted name or a keyword: only the place where it stands can tell. */
    WORD,
    /**
     * A name in double quotes, brackets or backticks; in double quotes it may turn out a string.
     */
    QUOTED,
    STRING,
    BLOB,
    NUMBER,
    VARIABLE,
    OPERATOR
  }

  /** Whether it is this keyword, given in capitals. */
  boolean isWord(String keyword) {
    return kind == Kind.WORD
        && text.length() == keyword.length()
        && SqlNames.capitals(text).equals(keyword);
  }

  boolean isOperator(String operator) {
    return kind == Kind.OPERATOR && text.equals(operator);
  }

  boolean isDoubleQuoted() {
    return kind == Kind.QUOTED && text.charAt(0) == '"';
  }

  /** SQLite takes a string for a name where nothing but a name can stand. */
  boolean canBeName() {
    return kind == Kind.WORD || kind == Kind.QUOTED || kind == Kind.STRING;
  }

  /** The name or string without its quotes; the text itself for everything unquoted. */
  String name() {
    return switch (kind) {
      case QUOTED, STRING -> unquoted();
      case WORD, BLOB, NUMBER, VARIABLE, OPERATOR -> text;
    };
  }

  private String unquoted() {
    String inside = text.substring(1, text.length() - 1);
    String quote = text.substring(0, 1);
    return quote.equals("[") ? inside : inside.replace(quote + quote, quote);
  }

  int end() {
    return start + text.length();
  }
}
