package dev.dbpreflight.migrations;

/**
 * One word of a program.
 *
 * @param text of a string, what is between its quotes, as written
 * @param line from 1
 */
record CodeToken(Kind kind, String text, int line) {
  enum Kind {
    NAME,
    STRING,
    NUMBER,
    SYMBOL
  }

  /** Whether it is this name or this sign; a string never is. */
  boolean is(String word) {
    return kind != Kind.STRING && text.equals(word);
  }

  boolean name() {
    return kind == Kind.NAME;
  }

  boolean string() {
    return kind == Kind.STRING;
  }
}
