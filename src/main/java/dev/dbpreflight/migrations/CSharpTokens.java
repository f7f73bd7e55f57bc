package dev.dbpreflight.migrations;

import dev.dbpreflight.migrations.CodeToken.Kind;

/**
 * Cuts C# into words: comments and directives are left out, strings may be plain, verbatim or raw.
 * What an interpolated string has in its places stays part of the string.
 */
final class CSharpTokens {
  private final CodeScanner scanner;

  private CSharpTokens(String text) {
    scanner = new CodeScanner(text);
  }

  static Code of(String text) throws CodeFault {
    CSharpTokens tokens = new CSharpTokens(text);
    while (!tokens.scanner.atEnd()) {
      tokens.next();
    }
    return tokens.scanner.finish();
  }

  private void next() throws CodeFault {
    char first = scanner.ahead(0);
    if (Character.isWhitespace(first)) {
      scanner.skipTo(scanner.position() + 1);
    } else if (scanner.startsWith("//") || first == '#') {
      scanner.skipTo(scanner.endOfLine(scanner.position()));
    } else if (scanner.startsWith("/*")) {
      scanner.skipBehind("*/", scanner.position() + 2, "a comment");
    } else if (first == '"' || first == '\'') {
      string(scanner.position(), false);
    } else if ((first == '@' || first == '$') && behindPrefix() > 0) {
      int quote = behindPrefix();
      string(quote, scanner.slice(scanner.position(), quote).contains("@"));
    } else if ("([{".indexOf(first) >= 0) {
      scanner.open(String.valueOf(first));
    } else if (")]}".indexOf(first) >= 0) {
      scanner.close();
    } else if (Character.isDigit(first)) {
      scanner.take(Kind.NUMBER, endOfName());
    } else if (isNamePart(first)) {
      scanner.take(Kind.NAME, endOfName());
    } else {
      scanner.take(Kind.SYMBOL, scanner.position() + (scanner.startsWith("=>") ? 2 : 1));
    }
  }

  /** Where the quote is that {@code $}, {@code @} or {@code $$} stand before; zero without one. */
  private int behindPrefix() {
    int place = scanner.position();
    while (scanner.charAt(place) == '$' || scanner.charAt(place) == '@') {
      place++;
    }
    return scanner.charAt(place) == '"' ? place : 0;
  }

  private void string(int open, boolean verbatim) throws CodeFault {
    int quotes = 0;
    while (scanner.charAt(open + quotes) == '"') {
      quotes++;
    }
    if (quotes >= 3 && !verbatim) {
      raw(open + quotes, "\"".repeat(quotes));
      return;
    }
    char quote = scanner.charAt(open);
    int end = open + 1;
    while (scanner.charAt(end) != quote || (verbatim && scanner.charAt(end + 1) == quote)) {
      boolean broken = end >= scanner.length() || (!verbatim && scanner.charAt(end) == '\n');
      if (broken) {
        throw new CodeFault(scanner.line(), "a string is not closed");
      }
      boolean two = verbatim ? scanner.charAt(end) == quote : scanner.charAt(end) == '\\';
      end += two ? 2 : 1;
    }
    scanner.take(Kind.STRING, scanner.slice(open + 1, end), end + 1);
  }

  private void raw(int from, String mark) throws CodeFault {
    int end = scanner.next(mark, from);
    if (end >= scanner.length()) {
      throw new CodeFault(scanner.line(), "a string is not closed");
    }
    scanner.take(Kind.STRING, scanner.slice(from, end), end + mark.length());
  }

  private int endOfName() {
    int end = scanner.position();
    while (end < scanner.length() && isNamePart(scanner.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isNamePart(char character) {
    return Character.isLetterOrDigit(character) || character == '_' || character > 127;
  }
}
