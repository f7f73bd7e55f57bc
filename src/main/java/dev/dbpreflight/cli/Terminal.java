package dev.dbpreflight.cli;

import dev.dbpreflight.report.Style;
import java.util.Locale;
import java.util.Map;

/** What the two output streams can show, judged by the environment. */
final class Terminal {
  private final Map<String, String> environment;
  private final boolean interactive;

  /**
   * @param interactive both streams go to a person
   */
  Terminal(Map<String, String> environment, boolean interactive) {
    this.environment = environment;
    this.interactive = interactive;
  }

  boolean interactive() {
    return interactive;
  }

  Style style(ColourChoice choice) {
    boolean colour =
        switch (choice) {
          case ALWAYS -> true;
          case NEVER -> false;
          case AUTO -> interactive && environment.getOrDefault("NO_COLOR", "").isEmpty() && !dumb();
        };
    return new Style(colour, speaksUtf8() && !(dumb() && interactive));
  }

  enum ColourChoice {
    AUTO,
    ALWAYS,
    NEVER
  }

  private boolean dumb() {
    return environment.getOrDefault("TERM", "").equals("dumb");
  }

  /**
   * The first of the locale's variables that is set decides; files and pipes without any are UTF-8.
   */
  boolean speaksUtf8() {
    for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
      String locale = environment.getOrDefault(name, "");
      if (!locale.isEmpty()) {
        String folded = locale.toLowerCase(Locale.ROOT);
        return folded.contains("utf-8") || folded.contains("utf8");
      }
    }
    return true;
  }
}
