package dev.dbpreflight.cli;

import dev.dbpreflight.report.Style;
import java.util.Locale;
import java.util.Map;

/** What the two output streams can show, judged by the environment. */
final class Terminal {
  private static final int USUAL_COLUMNS = 80;

  private final Map<String, String> environment;
  private final boolean interactive;
  private final int columns;

  /**
   * @param interactive both streams go to a person
   */
  Terminal(Map<String, String> environment, boolean interactive) {
    this(environment, interactive, USUAL_COLUMNS);
  }

  /**
   * @param columns of the screen; not positive when nobody knows
   */
  Terminal(Map<String, String> environment, boolean interactive, int columns) {
    this.environment = environment;
    this.interactive = interactive;
    this.columns = columns > 0 ? columns : USUAL_COLUMNS;
  }

  boolean interactive() {
    return interactive;
  }

  /** Whether a line can be written over; a terminal that does not say what it is may not. */
  boolean rewrites() {
    return interactive && !dumb() && !environment.getOrDefault("TERM", "").isEmpty();
  }

  /** In columns. */
  int width() {
    return columns;
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
