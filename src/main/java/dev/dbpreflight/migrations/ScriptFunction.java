package dev.dbpreflight.migrations;

import dev.dbpreflight.history.MigrationFile.WayDown;
import dev.dbpreflight.migrations.ScriptMembers.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What can be told of a JavaScript function without running it. */
final class ScriptFunction {
  /** Bodies that do nothing, as their words. */
  private static final Set<String> NOTHING =
      Set.of(
          "",
          "return",
          "null",
          "undefined",
          "false",
          "true",
          "void 0",
          "{ }",
          "[ ]",
          "Promise . resolve ( )",
          "Promise . resolve ( null )",
          "Promise . resolve ( undefined )",
          "Promise . resolve ( true )");

  /** Longer bodies do something. */
  private static final int SHORT = 12;

  private ScriptFunction() {}

  /**
   * Whether a function takes a migration back: one that does nothing, or only throws, does not.
   *
   * @param down null when there is none
   */
  static WayDown wayDown(Code code, Part down) {
    return down == null || body(code, down).isEmpty() ? WayDown.ABSENT : WayDown.PRESENT;
  }

  /** The words of a function that does something; none when it does not. */
  private static List<String> body(Code code, Part function) {
    int place = function.from();
    while (place < function.to() && !code.is(place, "=>") && !code.is(place, "{")) {
      place = code.behind(place);
    }
    int from = function.from();
    int to = function.to();
    if (place < function.to()) {
      int start = code.is(place, "=>") ? place + 1 : place;
      boolean block = code.is(start, "{");
      from = block ? start + 1 : start;
      to = block ? code.partner(start) : function.to();
    }
    List<String> words = words(code, from, to);
    boolean throwing = !words.isEmpty() && words.getFirst().equals("throw");
    return throwing || NOTHING.contains(essence(words)) ? List.of() : words;
  }

  private static List<String> words(Code code, int from, int to) {
    List<String> words = new ArrayList<>();
    for (int place = from; place < to && words.size() <= SHORT; place++) {
      boolean directive = code.isString(place) && words.isEmpty();
      if (!directive && !code.is(place, ";")) {
        words.add(code.at(place).text());
      }
    }
    return words;
  }

  private static String essence(List<String> words) {
    int start = 0;
    while (start < words.size() && Set.of("return", "await").contains(words.get(start))) {
      start++;
    }
    return String.join(" ", words.subList(start, words.size()));
  }
}
