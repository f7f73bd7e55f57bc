package dev.dbpreflight.migrations;

import dev.dbpreflight.migrations.CodeToken.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The place in a program up to which a language's rules have cut it into words, and the words so
 * far. Brackets are paired here, without recursion: they may be nested as deep as they like.
 */
final class CodeScanner {
  private final String text;
  private final List<CodeToken> tokens = new ArrayList<>();
  private final List<Integer> partners = new ArrayList<>();
  private final Deque<Integer> open = new ArrayDeque<>();
  private int position;
  private int line = 1;

  CodeScanner(String text) {
    this.text = text;
    // A byte order mark is not part of the program.
    this.position = text.startsWith("\uFEFF") ? 1 : 0;
  }

  boolean atEnd() {
    return position >= text.length();
  }

  int position() {
    return position;
  }

  int line() {
    return line;
  }

  int length() {
    return text.length();
  }

  /** The character at a distance from here; zero behind the end. */
  char ahead(int distance) {
    return charAt(position + distance);
  }

  char charAt(int place) {
    return place >= 0 && place < text.length() ? text.charAt(place) : 0;
  }

  boolean startsWith(String mark) {
    return text.startsWith(mark, position);
  }

  boolean startsWith(String mark, int place) {
    return text.startsWith(mark, place);
  }

  String slice(int from, int to) {
    return text.substring(from, Math.min(to, text.length()));
  }

  /** Where a mark is next; the text's length when it does not come again. */
  int next(String mark, int from) {
    int found = text.indexOf(mark, from);
    return found < 0 ? text.length() : found;
  }

  /** Where the line ends that this place is in. */
  int endOfLine(int from) {
    return next("\n", from);
  }

  void skipTo(int place) {
    int end = Math.min(place, text.length());
    for (; position < end; position++) {
      if (text.charAt(position) == '\n') {
        line++;
      }
    }
  }

  /** Goes behind a mark that must come. */
  void skipBehind(String mark, int from, String what) throws CodeFault {
    int found = text.indexOf(mark, from);
    if (found < 0) {
      throw new CodeFault(line, what + " is not closed");
    }
    skipTo(found + mark.length());
  }

  /** The word from here to a place. */
  void take(Kind kind, int end) {
    take(kind, slice(position, end), end);
  }

  void take(Kind kind, String word, int end) {
    tokens.add(new CodeToken(kind, word, line));
    partners.add(-1);
    skipTo(end);
  }

  /** A bracket, or a sign that opens like one: its last character tells what closes it. */
  void open(String sign) {
    open.push(tokens.size());
    take(Kind.SYMBOL, sign, position + sign.length());
  }

  /** What the innermost bracket is; empty when none is open. */
  String innermost() {
    return open.isEmpty() ? "" : tokens.get(open.peek()).text();
  }

  void close() throws CodeFault {
    String sign = String.valueOf(ahead(0));
    String wanted = innermost();
    if (wanted.isEmpty() || "([{".indexOf(last(wanted)) != ")]}".indexOf(sign)) {
      throw new CodeFault(line, "\"" + sign + "\" closes nothing");
    }
    int opener = open.pop();
    partners.set(opener, tokens.size());
    take(Kind.SYMBOL, position + 1);
    partners.set(tokens.size() - 1, opener);
  }

  /** The last word so far; null when there is none. */
  CodeToken previous() {
    return tokens.isEmpty() ? null : tokens.getLast();
  }

  Code finish() throws CodeFault {
    if (!open.isEmpty()) {
      CodeToken opener = tokens.get(open.peek());
      throw new CodeFault(opener.line(), "\"" + opener.text() + "\" is not closed");
    }
    return new Code(tokens, partners.stream().mapToInt(Integer::intValue).toArray());
  }

  private static char last(String sign) {
    return sign.charAt(sign.length() - 1);
  }
}
