package dev.dbpreflight.problem;

import java.util.Arrays;
import java.util.List;

/** How a run ended. The numbers are frozen: pipelines depend on them. */
public enum ExitCode {
  PASS(0, "pass"),
  FINDINGS(1, "findings at or above --fail-on; for diff: the two sides differ"),
  USAGE(2, "the command line or a configuration file is wrong"),
  INCONCLUSIVE(3, "cannot connect, time ran out, or a required check was not checked"),
  DEFECT(70, "a defect in dbpreflight"),
  INTERRUPTED(130, "interrupted by Ctrl-C (SIGINT); by SIGTERM: 143");

  /** What a run ends with when several things happened: a proven failure stays a failure. */
  private static final List<ExitCode> PRECEDENCE =
      List.of(INTERRUPTED, DEFECT, USAGE, FINDINGS, INCONCLUSIVE, PASS);

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /**
   * The exit code of that number.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static ExitCode of(int code) {
    return Arrays.stream(values())
        .filter(exit -> exit.code == code)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no exit code " + code));
  }

  /** What a run ends with in which both happened. */
  public ExitCode or(ExitCode other) {
    return PRECEDENCE.indexOf(this) < PRECEDENCE.indexOf(other) ? this : other;
  }

  public int code() {
    return code;
  }

  public String meaning() {
    return meaning;
  }
}
