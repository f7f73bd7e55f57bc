package dev.dbpreflight.report;

/**
 * What the reader's screen can do.
 *
 * @param colour ANSI colours are understood
 * @param symbols characters beyond ASCII arrive as they are
 */
public record Style(boolean colour, boolean symbols) {
  public static final Style PLAIN = new Style(false, false);

  String red(String text) {
    return paint("31;1", text);
  }

  String green(String text) {
    return paint("32;1", text);
  }

  String yellow(String text) {
    return paint("33;1", text);
  }

  String bold(String text) {
    return paint("1", text);
  }

  String faint(String text) {
    return paint("2", text);
  }

  /** The symbol where symbols work, else the words in its place. */
  String symbol(String symbol, String words) {
    return symbols ? symbol : words;
  }

  /** Our own words hold one letter beyond ASCII. */
  String spelled(String text) {
    return symbols ? text : text.replace("…", "...");
  }

  private String paint(String code, String text) {
    return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
