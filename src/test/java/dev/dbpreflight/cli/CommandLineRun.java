package dev.dbpreflight.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One run of the command line inside of the test's process.
 *
 * @param out what came on stdout
 * @param err what came on stderr
 */
public record CommandLineRun(int exitCode, String out, String err) {

  /** Runs with an empty environment, as under a pipe. */
  public static CommandLineRun of(String... arguments) {
    return in(Map.of(), arguments);
  }

  /** Runs with these environment variables, as under a pipe. */
  public static CommandLineRun in(Map<String, String> environment, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            environment,
            new Terminal(environment, false));
    int exitCode = new CommandRunner(console).run(arguments);
    return new CommandLineRun(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
