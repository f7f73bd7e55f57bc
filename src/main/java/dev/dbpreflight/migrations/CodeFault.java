package dev.dbpreflight.migrations;

/** Where a file stops being what its name says. */
final class CodeFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;

  /**
   * @param line from 1; zero when none can be named
   * @param reason lower case, no full stop
   */
  CodeFault(int line, String reason) {
    super(reason);
    this.line = line;
  }

  int line() {
    return line;
  }

  String reason() {
    return getMessage();
  }
}
