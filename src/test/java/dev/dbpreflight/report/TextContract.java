package dev.dbpreflight.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What holds for every text that people are shown, whatever the database is called. */
public final class TextContract {
  private static final Style PLAIN = Style.PLAIN;
  private static final Style SYMBOLS = new Style(false, true);
  private static final Style COLOUR = new Style(true, true);
  private static final Pattern ANSI = Pattern.compile("\u001b\\[[0-9;]*m");

  /** Lines that hold a URL or a path: they are copied and pasted, so they stay in one piece. */
  private static final Pattern IN_ONE_PIECE =
      Pattern.compile(" {2}(target|expected|recorded|actual) .*");

  private TextContract() {}

  /** A kind of text, made in a given style. */
  interface Rendering {
    String in(Style style);
  }

  static void holds(Rendering text, boolean onlyOurWords) {
    fits(text.in(PLAIN));
    fits(text.in(SYMBOLS));
    isHarmless(text.in(SYMBOLS));
    isHarmless(ANSI.matcher(text.in(COLOUR)).replaceAll(""));
    assertThat(ANSI.matcher(text.in(COLOUR)).replaceAll(""))
        .as("colours are all that colour adds")
        .isEqualTo(text.in(SYMBOLS));
    if (onlyOurWords) {
      assertThat(text.in(PLAIN)).as("without symbols").matches("\\p{ASCII}*");
    }
  }

  private static void fits(String text) {
    assertThat(text).endsWith("\n").doesNotEndWith("\n\n");
    List<String> lines = text.lines().toList();
    assertThat(lines).allSatisfy(line -> assertThat(line).isEqualTo(line.stripTrailing()));
    assertThat(lines)
        .filteredOn(line -> !IN_ONE_PIECE.matcher(line).matches())
        .filteredOn(line -> Stream.of(line.split(" ")).noneMatch(TextContract::cannotBeBroken))
        .allSatisfy(line -> assertThat(Page.columns(line)).as(line).isLessThanOrEqualTo(80));
  }

  private static boolean cannotBeBroken(String word) {
    return Page.columns(word) > 60 || word.startsWith("::");
  }

  /** Nothing in it is obeyed by a terminal or by the log of a build server. */
  public static void isHarmless(String text) {
    assertThat(text.codePoints().filter(TextContract::isObeyed).mapToObj(Character::getName))
        .as("control characters, and what reorders, hides or only looks like a blank")
        .isEmpty();
    assertThat(text.lines())
        .as("what build servers obey")
        .noneMatch(line -> line.strip().startsWith("::"))
        .noneMatch(line -> line.contains("##"));
  }

  private static boolean isObeyed(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL -> point != '\n';
      case Character.SPACE_SEPARATOR -> point != ' ';
      case Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> "\u034f\u115f\u1160\u2800\u3164\uffa0".indexOf(point) >= 0;
    };
  }
}
