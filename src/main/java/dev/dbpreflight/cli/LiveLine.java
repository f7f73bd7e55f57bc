package dev.dbpreflight.cli;

/**
 * The one line on a terminal that is written over again and again, and is gone at the end. Needs
 * nothing of the terminal but that it can erase to the end of a line.
 */
final class LiveLine {
  private static final String ERASE = "\r\u001b[K";

  private final Output output;
  private final int width;
  private boolean shown;

  /**
   * @param width columns; a line that is longer would leave its beginning behind
   */
  LiveLine(Output output, int width) {
    this.output = output;
    this.width = width;
  }

  void show(String text) {
    shown = true;
    print(ERASE + fitting(text));
  }

  void erase() {
    if (shown) {
      shown = false;
      print(ERASE);
    }
  }

  private void print(String text) {
    output.print(text);
    output.flush();
  }

  /** The last column stays free: some terminals begin a new line as soon as it is used. */
  private String fitting(String text) {
    StringBuilder fitting = new StringBuilder();
    int free = width - 1;
    for (int letter : text.codePoints().toArray()) {
      free -= columns(letter);
      if (free < 0) {
        break;
      }
      fitting.appendCodePoint(letter);
    }
    return fitting.toString();
  }

  /** Too many rather than too few: from here on are scripts with letters of two columns. */
  private static int columns(int letter) {
    return letter < 0x1100 ? 1 : 2;
  }
}
