package dev.dbpreflight.problem;

/** How a run ended. The numbers are frozen: pipelines depend on them. */
public enum ExitCode {
  PASS(0, "pass"),
  FINDINGS(1, "findings at or above --fail-on; for diff: the two sides differ"),
  USAGE(2, "the command line or a configuration file is wrong"),
  INCONCLUSIVE(3, "cannot connect, time ran out, or a required check was not checked"),
  DEFECT(70, "a defect in dbpreflight");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  public int code() {
    return code;
  }

  public String meaning() {
    return meaning;
  }
}
