package dev.dbpreflight.migrations;

import dev.dbpreflight.migrations.CodeToken.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Cuts Ruby into words. What a string has between {@code #{} and its brace is code, in a bracket of
 * its own; a here document is left out, because nothing of it is needed.
 */
final class RubyTokens {
  private static final String PLACE = "#{";
  private static final String OPENING = "([{<";
  private static final String CLOSING = ")]}>";

  private static final int FEW = 1000;

  /** Names that an expression follows: a slash behind them begins a regular expression. */
  private static final Set<String> BEFORE_EXPRESSION =
      Set.of("return", "if", "unless", "and", "or", "not", "when", "while", "until", "do", "then");

  private final CodeScanner scanner;
  private final Deque<String> hereDocuments = new ArrayDeque<>();
  private final Deque<Quote> interrupted = new ArrayDeque<>();

  /** What was found to end no here document; a file that appends more has none. */
  private final Set<String> appended = new HashSet<>();

  /** Up to where a mark that is not closed before has been searched. */
  private int onlySignsUpTo;

  /**
   * A string that goes on behind a place with code in it.
   *
   * @param open what nests in it; zero when nothing does
   * @param depth how many of those are open
   */
  private record Quote(char open, char close, boolean places, int depth) {}

  private RubyTokens(String text) {
    scanner = new CodeScanner(text);
  }

  static Code of(String text) throws CodeFault {
    RubyTokens tokens = new RubyTokens(text);
    while (!tokens.scanner.atEnd() && !tokens.endsHere()) {
      tokens.next();
    }
    if (!tokens.hereDocuments.isEmpty()) {
      throw new CodeFault(tokens.scanner.line(), "a here document is not closed");
    }
    return tokens.scanner.finish();
  }

  /** What follows this line is data. */
  private boolean endsHere() {
    int place = scanner.position();
    return atLineStart()
        && scanner.startsWith("__END__")
        && scanner.slice(place, scanner.endOfLine(place)).stripTrailing().equals("__END__");
  }

  private boolean atLineStart() {
    return scanner.position() == 0 || scanner.ahead(-1) == '\n';
  }

  private void next() throws CodeFault {
    char first = scanner.ahead(0);
    if (first == '\n') {
      scanner.skipTo(scanner.position() + 1);
      skipHereDocuments();
    } else if (Character.isWhitespace(first)) {
      scanner.skipTo(scanner.position() + 1);
    } else if (first == '#') {
      scanner.skipTo(scanner.endOfLine(scanner.position()));
    } else if (atLineStart() && scanner.startsWith("=begin")) {
      scanner.skipBehind("\n=end", scanner.position(), "a comment");
      scanner.skipTo(scanner.endOfLine(scanner.position()));
    } else if (first == '}' && scanner.innermost().equals(PLACE)) {
      scanner.close();
      string(scanner.position(), interrupted.pop());
    } else if ("([{".indexOf(first) >= 0) {
      scanner.open(String.valueOf(first));
    } else if (")]}".indexOf(first) >= 0) {
      scanner.close();
    } else if (!quoted(first) && !hereDocument()) {
      word(first);
    }
  }

  /** Whether a string of one of the many kinds begins here. */
  private boolean quoted(char first) throws CodeFault {
    int place = scanner.position();
    if (first == '\'' || first == '"' || first == '`') {
      string(place + 1, new Quote('\0', first, first != '\'', 0));
      return true;
    }
    if (first == '%' && expressionMayBegin()) {
      int kind = Character.isLetter(scanner.ahead(1)) ? 1 : 0;
      char delimiter = scanner.ahead(1 + kind);
      boolean known = kind == 0 || "qQwWiIrxs".indexOf(scanner.ahead(1)) >= 0;
      if (known && delimiter != 0 && !Character.isLetterOrDigit(delimiter) && delimiter > ' ') {
        boolean places = kind == 0 || "QWIrx".indexOf(scanner.ahead(1)) >= 0;
        int pair = OPENING.indexOf(delimiter);
        char close = pair < 0 ? delimiter : CLOSING.charAt(pair);
        string(place + 2 + kind, new Quote(pair < 0 ? '\0' : delimiter, close, places, 0));
        return true;
      }
    }
    if (first == '/' && place >= onlySignsUpTo && expressionMayBegin()) {
      if (closesOnLine(place + 1)) {
        string(place + 1, new Quote('\0', '/', true, 0));
        return true;
      }
      onlySignsUpTo = scanner.endOfLine(place);
    }
    if (first == '?' && expressionMayBegin() && scanner.ahead(1) > ' ') {
      boolean single = !Character.isLetterOrDigit(scanner.ahead(2)) && scanner.ahead(2) != '_';
      if (single) {
        scanner.take(Kind.STRING, place + (scanner.ahead(1) == '\\' ? 3 : 2));
        return true;
      }
    }
    return false;
  }

  private boolean closesOnLine(int from) {
    for (int place = from; place < scanner.length() && scanner.charAt(place) != '\n'; place++) {
      if (scanner.charAt(place) == '\\') {
        place++;
      } else if (scanner.charAt(place) == '/') {
        return true;
      }
    }
    return false;
  }

  /** A string's text from here, up to its end or to the next place with code. */
  private void string(int start, Quote quote) throws CodeFault {
    int depth = quote.depth();
    for (int end = start; end < scanner.length(); end++) {
      char character = scanner.charAt(end);
      if (character == '\\') {
        end++;
      } else if (quote.places() && scanner.startsWith(PLACE, end)) {
        scanner.take(Kind.STRING, scanner.slice(start, end), end);
        interrupted.push(new Quote(quote.open(), quote.close(), true, depth));
        scanner.open(PLACE);
        return;
      } else if (character == quote.close() && depth == 0) {
        scanner.take(Kind.STRING, scanner.slice(start, end), end + 1);
        return;
      } else if (character == quote.close()) {
        depth--;
      } else if (character == quote.open() && quote.open() != 0) {
        depth++;
      }
    }
    throw new CodeFault(scanner.line(), "a string is not closed");
  }

  /** Whether a here document is named here; it begins on the next line. */
  private boolean hereDocument() {
    if (!scanner.startsWith("<<")) {
      return false;
    }
    int at = scanner.position() + 2;
    boolean indented = scanner.charAt(at) == '~' || scanner.charAt(at) == '-';
    at += indented ? 1 : 0;
    char quote = scanner.charAt(at);
    boolean quoted = quote == '"' || quote == '\'' || quote == '`';
    int from = quoted ? at + 1 : at;
    int end = endOfName(from);
    boolean closed = !quoted || scanner.charAt(end) == quote;
    if (end == from || !closed || !(indented || endsSomewhere(scanner.slice(from, end)))) {
      return false;
    }
    hereDocuments.add(scanner.slice(from, end));
    scanner.take(Kind.STRING, "", quoted ? end + 1 : end);
    return true;
  }

  /** Without a sign, "<<" also appends: it names a here document if a line ends that. */
  private boolean endsSomewhere(String name) {
    if (appended.contains(name) || appended.size() > FEW) {
      return false;
    }
    boolean ends = scanner.next("\n" + name, scanner.position()) < scanner.length();
    if (!ends) {
      appended.add(name);
    }
    return ends;
  }

  private void skipHereDocuments() {
    while (!hereDocuments.isEmpty() && !scanner.atEnd()) {
      int end = scanner.endOfLine(scanner.position());
      if (scanner.slice(scanner.position(), end).strip().equals(hereDocuments.peek())) {
        hereDocuments.remove();
      }
      scanner.skipTo(end + 1);
    }
  }

  private void word(char first) {
    int place = scanner.position();
    if (Character.isDigit(first)) {
      scanner.take(Kind.NUMBER, endOfName(place));
    } else if (isNamePart(first)) {
      int end = endOfName(place);
      boolean marked =
          (scanner.charAt(end) == '!' || scanner.charAt(end) == '?')
              && scanner.charAt(end + 1) != '=';
      scanner.take(Kind.NAME, marked ? end + 1 : end);
    } else {
      scanner.take(Kind.SYMBOL, place + (scanner.startsWith("::") ? 2 : 1));
    }
  }

  private boolean expressionMayBegin() {
    CodeToken previous = scanner.previous();
    if (previous == null || previous.line() < scanner.line()) {
      return true;
    }
    return switch (previous.kind()) {
      case NAME ->
          BEFORE_EXPRESSION.contains(previous.text())
              || (scanner.ahead(-1) == ' ' && scanner.ahead(1) != ' ' && scanner.ahead(1) != '=');
      case STRING, NUMBER -> false;
      case SYMBOL -> ")]}".indexOf(previous.text().charAt(0)) < 0;
    };
  }

  private int endOfName(int from) {
    int end = from;
    while (end < scanner.length() && isNamePart(scanner.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isNamePart(char character) {
    return Character.isLetterOrDigit(character) || character == '_' || character > 127;
  }
}
