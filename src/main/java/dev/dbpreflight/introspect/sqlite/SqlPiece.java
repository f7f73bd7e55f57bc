package dev.dbpreflight.introspect.sqlite;

/**
 * A token in its canonical spelling, and what it is at its place.
 *
 * @param text as it is printed
 */
record SqlPiece(Role role, String text) {

  enum Role {
    NAME,
    /** A name or keyword that the parenthesis behind it belongs to. */
    FUNCTION,
    KEYWORD,
    /** A string, number, blob, or the star that stands for all columns. */
    VALUE,
    BINARY,
    UNARY,
    OPEN,
    CLOSE,
    COMMA,
    DOT,
    SEMICOLON
  }

  boolean isKeyword(String keyword) {
    return role == Role.KEYWORD && text.equals(keyword);
  }
}
