package dev.dbpreflight.migrations;

import dev.dbpreflight.migrations.PythonToken.Type;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One string of a Python file: every prefix and quote, escapes, expressions inside. */
final class PythonString {
  private static final Set<String> PREFIXES =
      Set.of("", "r", "u", "b", "f", "t", "br", "rb", "fr", "rf", "tr", "rt");

  /** Most words of a file begin with none of these. */
  private static final String STARTS = "\"'rRuUbBfFtT";

  /** Python refuses deeper ones too. */
  private static final int DEPTH = 100;

  private final SourceCursor source;
  private final int depth;
  private final StringBuilder value = new StringBuilder();
  private Optional<String> problem = Optional.empty();
  private boolean raw;
  private boolean bytes;
  private boolean template;
  private boolean computed;
  private String quote = "";

  PythonString(SourceCursor source) {
    this(source, 0);
  }

  private PythonString(SourceCursor source, int depth) {
    this.source = source;
    this.depth = depth;
  }

  static boolean begins(SourceCursor source) {
    return prefix(source) >= 0;
  }

  /** How long the prefix is; -1 where no string begins. */
  private static int prefix(SourceCursor source) {
    if (STARTS.indexOf(source.peek()) < 0) {
      return -1;
    }
    String ahead = source.ahead(3);
    int length = 0;
    while (length < ahead.length() && Character.isLetter(ahead.charAt(length))) {
      length++;
    }
    boolean quoted =
        length < ahead.length() && (ahead.charAt(length) == '"' || ahead.charAt(length) == '\'');
    String letters = ahead.substring(0, length).toLowerCase(Locale.ROOT);
    return quoted && PREFIXES.contains(letters) ? length : -1;
  }

  /** What Python would refuse about it; nothing more is known about the text behind it then. */
  Optional<String> problem() {
    return problem;
  }

  PythonToken read() {
    int line = source.line();
    String letters = source.take(prefix(source)).toLowerCase(Locale.ROOT);
    raw = letters.contains("r");
    bytes = letters.contains("b");
    template = letters.contains("f") || letters.contains("t");
    computed = letters.contains("t");
    String one = source.ahead(1);
    quote = source.isAhead(one.repeat(3)) ? one.repeat(3) : one;
    source.take(quote.length());
    text();
    return new PythonToken(
        computed ? Type.TEMPLATE : bytes ? Type.BYTES : Type.STRING, value.toString(), line);
  }

  private void text() {
    while (problem.isEmpty() && !source.isAhead(quote)) {
      if (source.atEnd() || (quote.length() == 1 && source.isLineEnd())) {
        fail("begins a string and never ends it");
      } else if (source.isLineEnd()) {
        source.lineEnd();
        value.append('\n');
      } else if (source.is('\\')) {
        backslash();
      } else if (template && (source.is('{') || source.is('}'))) {
        brace();
      } else {
        value.append(source.next());
      }
    }
    source.take(quote.length());
  }

  private void brace() {
    if (source.isAhead("{{") || source.isAhead("}}")) {
      value.append(source.take(2).charAt(0));
    } else if (source.is('}')) {
      fail("has a single \"}\" in a template");
    } else {
      computed = true;
      source.next();
      expression(0);
    }
  }

  /** Goes behind the "}" that ends an expression. */
  private void expression(int level) {
    int open = 0;
    while (problem.isEmpty()) {
      if (source.atEnd() || level > DEPTH) {
        fail("begins an expression in a string and never ends it");
      } else if (PythonString.begins(source)) {
        nested();
      } else if (source.isLineEnd()) {
        source.lineEnd();
      } else if (source.is('#')) {
        source.skipLine();
      } else if (source.isNameStart()) {
        source.name();
      } else {
        char next = source.next();
        if (next == '}' && open == 0) {
          return;
        } else if (next == ':' && open == 0) {
          format(level);
          return;
        }
        open += "([{".indexOf(next) >= 0 ? 1 : ")]}".indexOf(next) >= 0 ? -1 : 0;
      }
    }
  }

  private void nested() {
    PythonString inner = new PythonString(source, depth + 1);
    if (depth >= DEPTH) {
      fail("has more than " + DEPTH + " strings inside each other");
    } else {
      inner.read();
      problem = inner.problem;
    }
  }

  /** How an expression is written: plain text that may hold expressions again. */
  private void format(int level) {
    while (problem.isEmpty()) {
      boolean cut = source.atEnd() || (quote.length() == 1 && source.isLineEnd());
      if (cut || source.isAhead(quote)) {
        fail("begins an expression in a string and never ends it");
      } else if (source.isLineEnd()) {
        source.lineEnd();
      } else {
        char next = source.next();
        if (next == '}') {
          return;
        } else if (next == '{') {
          expression(level + 1);
        }
      }
    }
  }

  private void backslash() {
    value.append(source.next());
    if (source.atEnd()) {
      return;
    }
    if (raw) {
      // Even there it keeps a quote from ending the string.
      if (source.isLineEnd()) {
        source.lineEnd();
        value.append('\n');
      } else if (!template || !source.is('{')) {
        value.append(source.next());
      }
      return;
    }
    value.setLength(value.length() - 1);
    escape();
  }

  private void escape() {
    if (source.isLineEnd()) {
      source.lineEnd();
      return;
    }
    if (template && source.is('{')) {
      value.append('\\');
      return;
    }
    char letter = source.next();
    switch (letter) {
      case '\\', '\'', '"' -> value.append(letter);
      case 'a' -> value.append('\u0007');
      case 'b' -> value.append('\b');
      case 'f' -> value.append('\f');
      case 'n' -> value.append('\n');
      case 'r' -> value.append('\r');
      case 't' -> value.append('\t');
      case 'v' -> value.append('\u000B');
      case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(letter);
      case 'x' -> hexadecimal(2);
      default -> further(letter);
    }
  }

  private void further(char letter) {
    if (!bytes && letter == 'u') {
      hexadecimal(4);
    } else if (!bytes && letter == 'U') {
      hexadecimal(8);
    } else if (!bytes && letter == 'N' && source.is('{')) {
      named();
    } else {
      value.append('\\').append(letter);
    }
  }

  private void octal(char first) {
    StringBuilder digits = new StringBuilder().append(first);
    while (digits.length() < 3 && source.peek() >= '0' && source.peek() <= '7') {
      digits.append(source.next());
    }
    value.append((char) Integer.parseInt(digits.toString(), 8));
  }

  private void hexadecimal(int length) {
    String digits = source.ahead(length);
    if (!digits.matches("[0-9a-fA-F]{" + length + "}")) {
      fail("has an escape in a string that is cut off");
      return;
    }
    source.take(length);
    long character = Long.parseLong(digits, 16);
    if (character > Character.MAX_CODE_POINT) {
      fail("has an escape in a string for a character that does not exist");
    } else {
      value.appendCodePoint((int) character);
    }
  }

  private void named() {
    StringBuilder name = new StringBuilder();
    source.next();
    while (!source.atEnd() && !source.isLineEnd() && !source.is('}')) {
      name.append(source.next());
    }
    source.skip("}");
    try {
      value.appendCodePoint(Character.codePointOf(name.toString()));
    } catch (IllegalArgumentException newerOrAnAlias) {
      // Python's list of names is longer than Java's; the string is one all the same.
      computed = true;
    }
  }

  private void fail(String reason) {
    problem = Optional.of(reason);
  }
}
