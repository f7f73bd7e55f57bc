package dev.dbpreflight.migrations;

import dev.dbpreflight.migrations.PythonToken.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * One logical line of a Python file, with the block of lines that is indented below it.
 *
 * @param tokens without the end of the line
 */
record PythonLine(List<PythonToken> tokens, List<PythonLine> block) {
  private static final Set<String> BLOCK_WORDS =
      Set.of(
          "if", "elif", "else", "for", "while", "try", "except", "finally", "with", "def", "class",
          "async");

  /** The lines of a whole file. */
  static List<PythonLine> all(List<PythonToken> tokens) {
    Deque<List<PythonLine>> blocks = new ArrayDeque<>();
    blocks.push(new ArrayList<>());
    List<PythonToken> current = new ArrayList<>();
    for (PythonToken token : tokens) {
      if (token.is(Type.NEWLINE)) {
        blocks.peek().add(new PythonLine(List.copyOf(current), new ArrayList<>()));
        current.clear();
      } else if (token.is(Type.INDENT)) {
        blocks.push(blocks.peek().isEmpty() ? new ArrayList<>() : blocks.peek().getLast().block);
      } else if (token.is(Type.DEDENT)) {
        blocks.pop();
      } else {
        current.add(token);
      }
    }
    return blocks.getLast();
  }

  int number() {
    return tokens.getFirst().line();
  }

  /** Whether it opens a block, be it on the same line. */
  boolean opensBlock() {
    return !block.isEmpty() || isWord(0, BLOCK_WORDS);
  }

  private boolean isWord(int at, Set<String> words) {
    return at < tokens.size()
        && tokens.get(at).is(Type.NAME)
        && words.contains(tokens.get(at).text());
  }

  /** Whether it begins with these names: "def", "upgrade". */
  boolean begins(String... names) {
    for (int at = 0; at < names.length; at++) {
      if (at >= tokens.size() || !tokens.get(at).isName(names[at])) {
        return false;
      }
    }
    return true;
  }

  /** The statements on it that a semicolon parts; a line that opens a block is one. */
  List<List<PythonToken>> statements() {
    return opensBlock() ? List.of(tokens) : PythonExpression.split(tokens, ";");
  }

  /** The statements of its block, or those behind the colon on the same line. */
  List<PythonLine> body() {
    if (!block.isEmpty()) {
      return block;
    }
    int depth = 0;
    for (int at = 0; at < tokens.size(); at++) {
      depth += PythonExpression.nesting(tokens.get(at));
      if (depth == 0 && tokens.get(at).isOperator(":")) {
        return PythonExpression.split(tokens.subList(at + 1, tokens.size()), ";").stream()
            .map(statement -> new PythonLine(statement, List.of()))
            .toList();
      }
    }
    return List.of();
  }
}
