package dev.dbpreflight.migrations;

import dev.dbpreflight.migrations.PythonToken.Type;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The words of a Python file as Python's own tokenizer tells them apart, up to the first one that
 * it would refuse.
 */
final class PythonTokens {
  /** Python refuses deeper ones, and whoever reads the tokens may descend into them. */
  private static final int BRACKETS = 200;

  private static final int INDENTS = 100;
  private static final int TAB = 8;

  private static final Set<String> LONG_OPERATORS =
      Set.of(
          "**=", "//=", ">>=", "<<=", "...", "==", "!=", "<=", ">=", ":=", "->", "+=", "-=", "*=",
          "/=", "%=", "&=", "|=", "^=", "@=", "**", "//", "<<", ">>", "<>");
  private static final String SECOND = "*/<>=.";
  private static final String OPERATORS = "+-*/%@&|^~<>()[]{},:;.=";

  /** A level of indentation, counted twice: whoever mixes tabs and blanks must mean it. */
  private record Column(int wide, int narrow) {}

  private record Bracket(char open, int line) {}

  private final SourceCursor source;
  private final List<PythonToken> tokens = new ArrayList<>();
  private final Deque<Column> indents = new ArrayDeque<>(List.of(new Column(0, 0)));
  private final Deque<Bracket> brackets = new ArrayDeque<>();
  private Optional<Fault> fault = Optional.empty();
  private boolean lineBegins = true;

  private PythonTokens(String text) {
    this.source = new SourceCursor(text);
  }

  static PythonTokens of(String text) {
    PythonTokens all = new PythonTokens(text);
    all.read();
    return all;
  }

  /** Those before the first fault; every line and every block is closed if there is none. */
  List<PythonToken> tokens() {
    return tokens;
  }

  Optional<Fault> fault() {
    return fault;
  }

  private void read() {
    source.skip("\uFEFF");
    while (fault.isEmpty() && !source.atEnd()) {
      if (lineBegins) {
        indentation();
      } else {
        token();
      }
    }
    if (fault.isEmpty() && !brackets.isEmpty()) {
      Bracket open = brackets.getLast();
      fail(open.line, "opens \"" + open.open + "\" and never closes it");
    }
    if (fault.isEmpty()) {
      endLine();
      while (indents.size() > 1) {
        indents.pop();
        add(Type.DEDENT, "", source.line());
      }
    }
  }

  private void indentation() {
    int wide = 0;
    int narrow = 0;
    while (source.is(' ') || source.is('\t') || source.is('\f')) {
      char blank = source.next();
      wide = blank == ' ' ? wide + 1 : blank == '\t' ? (wide / TAB + 1) * TAB : 0;
      narrow = blank == '\f' ? 0 : narrow + 1;
    }
    lineBegins = false;
    if (source.atEnd() || source.is('#') || source.isLineEnd()) {
      return;
    }
    if (source.is('\\')) {
      // The indentation of what continues this empty line does not count.
      return;
    }
    indent(new Column(wide, narrow));
  }

  private void indent(Column column) {
    if (column.wide > indents.peek().wide) {
      if (column.narrow <= indents.peek().narrow) {
        fail(source.line(), "mixes tabs and blanks in its indentation");
      } else if (indents.size() > INDENTS) {
        fail(source.line(), "has more than " + INDENTS + " levels of indentation");
      }
      indents.push(column);
      add(Type.INDENT, "", source.line());
      return;
    }
    while (column.wide < indents.peek().wide) {
      indents.pop();
      add(Type.DEDENT, "", source.line());
    }
    if (column.wide != indents.peek().wide) {
      fail(source.line(), "is indented like no block around it");
    } else if (column.narrow != indents.peek().narrow) {
      fail(source.line(), "mixes tabs and blanks in its indentation");
    }
  }

  private void token() {
    int line = source.line();
    if (source.isLineEnd()) {
      if (brackets.isEmpty()) {
        endLine();
        lineBegins = true;
      }
      source.lineEnd();
    } else if (source.is(' ') || source.is('\t') || source.is('\f')) {
      source.next();
    } else if (source.is('#')) {
      source.skipLine();
    } else if (source.is('\\')) {
      continuation();
    } else if (PythonString.begins(source)) {
      PythonString string = new PythonString(source);
      tokens.add(string.read());
      string.problem().ifPresent(problem -> fail(line, problem));
    } else if (source.isNameStart()) {
      add(Type.NAME, normalized(source.name()), line);
    } else if (source.isDigit() || (source.is('.') && source.isDigitAfter())) {
      add(Type.NUMBER, source.number(), line);
    } else {
      operator();
    }
  }

  private static String normalized(String name) {
    for (int at = 0; at < name.length(); at++) {
      if (name.charAt(at) >= 128) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC);
      }
    }
    return name;
  }

  private void continuation() {
    source.next();
    if (source.atEnd() || !source.isLineEnd()) {
      fail(source.line(), "has something after the backslash that continues a line");
    } else {
      source.lineEnd();
    }
  }

  private void operator() {
    int line = source.line();
    boolean mayBeLong = SECOND.indexOf(source.peekBehind()) >= 0;
    for (int length = 3; mayBeLong && length > 1; length--) {
      if (LONG_OPERATORS.contains(source.ahead(length))) {
        add(Type.OPERATOR, source.take(length), line);
        return;
      }
    }
    if (OPERATORS.indexOf(source.peek()) < 0) {
      fail(line, "has a character that no Python has outside of strings");
      return;
    }
    char operator = source.next();
    if ("([{".indexOf(operator) >= 0) {
      brackets.push(new Bracket(operator, line));
      if (brackets.size() > BRACKETS) {
        fail(line, "has more than " + BRACKETS + " brackets inside each other");
      }
    } else if (")]}".indexOf(operator) >= 0) {
      close(operator, line);
    }
    add(Type.OPERATOR, String.valueOf(operator), line);
  }

  private void close(char bracket, int line) {
    if (brackets.isEmpty()) {
      fail(line, "closes \"" + bracket + "\" that nothing opened");
    } else if ("([{".indexOf(brackets.peek().open) != ")]}".indexOf(bracket)) {
      fail(line, "closes \"" + brackets.peek().open + "\" with \"" + bracket + "\"");
    } else {
      brackets.pop();
    }
  }

  private void endLine() {
    boolean empty =
        tokens.isEmpty()
            || tokens.getLast().is(Type.NEWLINE)
            || tokens.getLast().is(Type.INDENT)
            || tokens.getLast().is(Type.DEDENT);
    if (!empty) {
      add(Type.NEWLINE, "", source.line());
    }
  }

  private void add(Type type, String text, int line) {
    tokens.add(new PythonToken(type, text, line));
  }

  private void fail(int line, String reason) {
    fault = fault.or(() -> Optional.of(new Fault(line, reason)));
  }
}
