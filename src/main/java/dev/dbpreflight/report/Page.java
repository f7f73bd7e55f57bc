package dev.dbpreflight.report;

import java.util.ArrayList;
import java.util.List;

/** Builds text that fits a width: indented, wrapped between words, never in the middle of one. */
final class Page {
  static final int WIDTH = 80;

  private final StringBuilder text = new StringBuilder();

  Page line(String line) {
    text.append(line.stripTrailing()).append('\n');
    return this;
  }

  Page blank() {
    return line("");
  }

  /** A label in a column of its own and a text that is wrapped beside it. */
  Page labelled(int indent, String label, int labelWidth, String value) {
    String first =
        " ".repeat(indent) + label + " ".repeat(Math.max(1, labelWidth - label.length()));
    return wrapped(first, " ".repeat(indent + labelWidth), value);
  }

  /**
   * @param first what stands before the first line; may hold colours if {@code following} has its
   *     width
   * @param following what stands before the other lines
   */
  Page wrapped(String first, String following, String value) {
    List<String> lines = wrap(value, Math.max(20, WIDTH - following.length()));
    line(first + lines.get(0));
    lines.stream().skip(1).forEach(more -> line(following + more));
    return this;
  }

  private static List<String> wrap(String value, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : value.split(" ", -1)) {
      if (!line.isEmpty() && columns(line) + 1 + columns(word) > width) {
        lines.add(line.toString());
        line.setLength(0);
      } else if (!line.isEmpty()) {
        line.append(' ');
      }
      line.append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static int columns(CharSequence text) {
    return (int) text.codePoints().count();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
