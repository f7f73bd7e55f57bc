package dev.dbpreflight.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Builds text that fits a width: indented, wrapped between words, never in the middle of one. A
 * word that continuous integration would obey at the beginning of a line never comes to stand
 * there.
 */
final class Page {
  static final int WIDTH = 80;

  private static final Set<Character.UnicodeScript> WIDE =
      EnumSet.of(
          Character.UnicodeScript.BOPOMOFO,
          Character.UnicodeScript.HAN,
          Character.UnicodeScript.HANGUL,
          Character.UnicodeScript.HIRAGANA,
          Character.UnicodeScript.KATAKANA,
          Character.UnicodeScript.YI);

  private final Style style;
  private final StringBuilder text = new StringBuilder();

  Page(Style style) {
    this.style = style;
  }

  Page line(String line) {
    text.append(style.spelled(line).stripTrailing()).append('\n');
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
    List<String> lines = wrap(style.spelled(value), Math.max(20, WIDTH - following.length()));
    line(first + lines.get(0));
    lines.stream().skip(1).forEach(more -> line(following + more));
    return this;
  }

  private static List<String> wrap(String value, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : value.stripTrailing().split(" ", -1)) {
      boolean fits = columns(line) + 1 + columns(word) <= width || word.startsWith("::");
      if (!line.isEmpty() && !fits) {
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

  /** How many columns of a terminal a text takes: East Asian letters and emoji take two. */
  static int columns(CharSequence text) {
    return text.codePoints().map(Page::columns).sum();
  }

  private static int columns(int point) {
    if (point < 0x300) {
      return 1;
    }
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
      default -> isWide(point) ? 2 : 1;
    };
  }

  private static boolean isWide(int point) {
    return Character.isEmojiPresentation(point)
        || WIDE.contains(Character.UnicodeScript.of(point))
        || (point >= 0xFF01 && point <= 0xFF60);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
