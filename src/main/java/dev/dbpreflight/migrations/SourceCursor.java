package dev.dbpreflight.migrations;

/** A place in a text that moves forwards and knows its line. */
final class SourceCursor {
  private static final char END = '\0';

  private final String text;
  private int at;
  private int line = 1;

  SourceCursor(String text) {
    this.text = text;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  int line() {
    return line;
  }

  /** The next character, which stays where it is; NUL at the end. */
  char peek() {
    return atEnd() ? END : text.charAt(at);
  }

  /** The character behind the next one; NUL where there is none. */
  char peekBehind() {
    return at + 1 < text.length() ? text.charAt(at + 1) : END;
  }

  boolean is(char wanted) {
    return !atEnd() && text.charAt(at) == wanted;
  }

  /** The next characters, fewer at the end. */
  String ahead(int length) {
    return text.substring(at, Math.min(text.length(), at + length));
  }

  boolean isAhead(String wanted) {
    return text.startsWith(wanted, at);
  }

  void skip(String wanted) {
    at += isAhead(wanted) ? wanted.length() : 0;
  }

  /** One character; of a line's end only half of it: see {@link #lineEnd}. */
  char next() {
    return text.charAt(at++);
  }

  String take(int length) {
    String taken = ahead(length);
    at += taken.length();
    return taken;
  }

  boolean isLineEnd() {
    return is('\n') || is('\r');
  }

  /** Goes behind a line's end, whichever of the three it is. */
  void lineEnd() {
    at += isAhead("\r\n") ? 2 : 1;
    line++;
  }

  void skipLine() {
    while (!atEnd() && !isLineEnd()) {
      at++;
    }
  }

  boolean isDigit() {
    return isDigit(peek());
  }

  boolean isDigitAfter() {
    return isDigit(peekBehind());
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  boolean isNameStart() {
    return !atEnd() && (is('_') || Character.isUnicodeIdentifierStart(text.codePointAt(at)));
  }

  String name() {
    int from = at;
    while (!atEnd() && Character.isUnicodeIdentifierPart(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return text.substring(from, at);
  }

  /** A number of any spelling. */
  String number() {
    int from = at;
    boolean hexadecimal = ahead(2).equalsIgnoreCase("0x");
    while (!atEnd() && (isNumberPart() || (isSign() && isExponent(from) && !hexadecimal))) {
      at++;
    }
    return text.substring(from, at);
  }

  private boolean isNumberPart() {
    char next = peek();
    return isDigit(next)
        || next == '.'
        || next == '_'
        || (next >= 'a' && next <= 'z')
        || (next >= 'A' && next <= 'Z');
  }

  private boolean isSign() {
    return is('+') || is('-');
  }

  private boolean isExponent(int from) {
    return at > from && "eE".indexOf(text.charAt(at - 1)) >= 0;
  }
}
