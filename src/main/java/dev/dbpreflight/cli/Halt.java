package dev.dbpreflight.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.problem.LastResort;
import dev.dbpreflight.problem.Problem;
import java.io.FileOutputStream;
import java.io.IOException;

/** Writes to stderr and stops Java at once. */
final class Halt implements LastResort {
  private final FileOutputStream stderr;
  private final SecretArguments secrets;

  Halt(FileOutputStream stderr, SecretArguments secrets) {
    this.stderr = stderr;
    this.secrets = secrets;
  }

  @Override
  public Runnable prepare(Problem problem) {
    byte[] text = secrets.hiddenIn(ProblemText.of(problem, false)).getBytes(UTF_8);
    int code = ExitCode.INCONCLUSIVE.code();
    return () -> {
      try {
        stderr.write(text);
      } catch (IOException e) {
        // Nobody reads it. The exit code says the same.
      }
      Runtime.getRuntime().halt(code);
    };
  }
}
