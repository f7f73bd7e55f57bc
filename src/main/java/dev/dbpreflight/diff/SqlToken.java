package dev.dbpreflight.diff;

/**
 * One word of SQL.
 *
 * @param text as written, quotes included
 */
record SqlToken(Kind kind, String text) {

  /** What a word can be; white space and comments are none. */
  enum Kind {
    WORD,
    QUOTED_NAME,
    STRING,
    NUMBER,
    SYMBOL
  }

  boolean is(String word) {
    return kind != Kind.STRING && kind != Kind.QUOTED_NAME && text.equalsIgnoreCase(word);
  }

  boolean isName() {
    return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
  }

  boolean isLiteral() {
    return kind == Kind.STRING || kind == Kind.NUMBER;
  }
}
