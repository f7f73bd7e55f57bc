package dev.dbpreflight.problem;

/**
 * The one exception for everything that is not a bug: it carries a {@link Problem} and the exit
 * code that a run ends with when nobody handles it. Its message is the problem's first line.
 */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final ExitCode exitCode;
  private final boolean lasting;

  public ProblemException(ExitCode exitCode, Problem problem) {
    this(exitCode, problem, null);
  }

  /**
   * @param cause what the driver or the operating system threw; null when there was nothing
   */
  public ProblemException(ExitCode exitCode, Problem problem, Throwable cause) {
    this(exitCode, problem, cause, exitCode != ExitCode.INCONCLUSIVE);
  }

  /**
   * @param lasting time alone will not mend it
   */
  public ProblemException(ExitCode exitCode, Problem problem, Throwable cause, boolean lasting) {
    super(problem.what(), cause);
    this.problem = problem;
    this.exitCode = exitCode;
    this.lasting = lasting;
  }

  public Problem problem() {
    return problem;
  }

  public ExitCode exitCode() {
    return exitCode;
  }

  /**
   * Whether time alone will not mend it: somebody has to change a command line, a password or a
   * right before another attempt can end differently.
   */
  public boolean isLasting() {
    return lasting;
  }
}
