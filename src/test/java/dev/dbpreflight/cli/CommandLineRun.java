package dev.dbpreflight.cli;

import dev.dbpreflight.cli.Console.Pace;
import dev.dbpreflight.problem.Interruption;
import dev.dbpreflight.support.Planted;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * One run of the command line inside of the test's process. Nobody is told that it takes long, so
 * that a slow machine says the same as a fast one.
 *
 * @param out what came on stdout
 * @param err what came on stderr
 */
public record CommandLineRun(int exitCode, String out, String err) {
  private static final Pace PATIENT = new Pace(InstantSource.system(), Duration.ofDays(1));

  public CommandLineRun {
    Planted.requireNone("stdout", out);
    Planted.requireNone("stderr", err);
  }

  /** Runs with an empty environment, as under a pipe. */
  public static CommandLineRun of(String... arguments) {
    return in(Map.of(), arguments);
  }

  /** Runs with these environment variables, as under a pipe. */
  public static CommandLineRun in(Map<String, String> environment, String... arguments) {
    return as(environment, PATIENT, arguments);
  }

  static CommandLineRun as(Map<String, String> environment, Pace pace, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new Output(out),
            new Output(err),
            environment,
            new Terminal(environment, false),
            pace,
            SecretArguments.NONE,
            new Interruption());
    int exitCode = CommandRunner.run(console, arguments);
    Planted.requireNoneInFilesOf(List.of(arguments));
    return new CommandLineRun(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
