package dev.dbpreflight.migrations;

import dev.dbpreflight.migrations.CodeToken.Kind;
import java.util.Set;

/**
 * Cuts JavaScript and TypeScript into words. A template is its pieces of text, as strings, and what
 * its places hold, as a bracket that {@code ${} opens.
 */
final class ScriptTokens {
  private static final String PLACE = "${";

  /** Names that an expression follows: a slash behind them begins a regular expression. */
  private static final Set<String> BEFORE_EXPRESSION =
      Set.of("return", "typeof", "case", "in", "of", "do", "else", "void", "delete", "await");

  private final CodeScanner scanner;

  /** So that a long line full of slashes is not searched again from each of them. */
  private int onlyDivisionsUpTo;

  private ScriptTokens(String text) {
    scanner = new CodeScanner(text);
  }

  static Code of(String text) throws CodeFault {
    ScriptTokens tokens = new ScriptTokens(text);
    if (tokens.scanner.startsWith("#!")) {
      tokens.scanner.skipTo(tokens.scanner.endOfLine(0));
    }
    while (!tokens.scanner.atEnd()) {
      tokens.next();
    }
    return tokens.scanner.finish();
  }

  private void next() throws CodeFault {
    char first = scanner.ahead(0);
    if (Character.isWhitespace(first)) {
      scanner.skipTo(scanner.position() + 1);
    } else if (scanner.startsWith("//")) {
      scanner.skipTo(scanner.endOfLine(scanner.position()));
    } else if (scanner.startsWith("/*")) {
      scanner.skipBehind("*/", scanner.position() + 2, "a comment");
    } else if (first == '\'' || first == '"') {
      string(first);
    } else if (first == '`') {
      template(scanner.position() + 1);
    } else if (first == '}' && scanner.innermost().equals(PLACE)) {
      scanner.close();
      template(scanner.position());
    } else if ("([{".indexOf(first) >= 0) {
      scanner.open(String.valueOf(first));
    } else if (")]}".indexOf(first) >= 0) {
      scanner.close();
    } else if (Character.isDigit(first)) {
      scanner.take(Kind.NUMBER, endOfName(scanner.position()));
    } else if (isNamePart(first)) {
      scanner.take(Kind.NAME, endOfName(scanner.position()));
    } else if (first != '/' || !regularExpression()) {
      symbol();
    }
  }

  private void string(char quote) throws CodeFault {
    int start = scanner.position() + 1;
    int end = start;
    while (scanner.charAt(end) != quote) {
      if (end >= scanner.length() || scanner.charAt(end) == '\n') {
        throw new CodeFault(scanner.line(), "a string is not closed");
      }
      end += scanner.charAt(end) == '\\' ? 2 : 1;
    }
    scanner.take(Kind.STRING, scanner.slice(start, end), end + 1);
  }

  /** A piece of a template, up to its end or to the next place in it. */
  private void template(int start) throws CodeFault {
    int end = start;
    while (scanner.charAt(end) != '`' && !scanner.startsWith(PLACE, end)) {
      if (end >= scanner.length()) {
        throw new CodeFault(scanner.line(), "a template is not closed");
      }
      end += scanner.charAt(end) == '\\' ? 2 : 1;
    }
    if (scanner.charAt(end) == '`') {
      scanner.take(Kind.STRING, scanner.slice(start, end), end + 1);
    } else {
      scanner.take(Kind.STRING, scanner.slice(start, end), end);
      scanner.open(PLACE);
    }
  }

  private boolean expressionMayBegin() {
    CodeToken previous = scanner.previous();
    if (previous == null) {
      return true;
    }
    return switch (previous.kind()) {
      case NAME -> BEFORE_EXPRESSION.contains(previous.text());
      case STRING, NUMBER -> false;
      case SYMBOL -> ")]}".indexOf(previous.text().charAt(0)) < 0;
    };
  }

  private boolean regularExpression() {
    if (scanner.position() < onlyDivisionsUpTo || !expressionMayBegin()) {
      return false;
    }
    int end = endOfRegularExpression();
    if (end == 0) {
      onlyDivisionsUpTo = scanner.endOfLine(scanner.position());
      return false;
    }
    scanner.take(Kind.STRING, end);
    return true;
  }

  /** Behind its flags; zero when no regular expression begins here. */
  private int endOfRegularExpression() {
    boolean inClass = false;
    int end = scanner.position() + 1;
    while (inClass || scanner.charAt(end) != '/') {
      char character = scanner.charAt(end);
      if (end >= scanner.length() || character == '\n') {
        return 0;
      }
      inClass = character == '[' || (inClass && character != ']');
      end += character == '\\' ? 2 : 1;
    }
    return endOfName(end + 1);
  }

  /** Only those signs are kept together that must not be taken for others. */
  private void symbol() {
    for (String sign : new String[] {"=>", "===", "!==", "==", "!=", "<=", ">=", "...", "?."}) {
      if (scanner.startsWith(sign)) {
        scanner.take(Kind.SYMBOL, scanner.position() + sign.length());
        return;
      }
    }
    scanner.take(Kind.SYMBOL, scanner.position() + 1);
  }

  private int endOfName(int from) {
    int end = from;
    while (end < scanner.length() && isNamePart(scanner.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isNamePart(char character) {
    return Character.isLetterOrDigit(character)
        || character == '_'
        || character == '$'
        || character == '#'
        || Character.isSurrogate(character);
  }
}
