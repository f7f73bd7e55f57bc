package dev.dbpreflight.cli;

import dev.dbpreflight.cli.Console.Pace;
import dev.dbpreflight.problem.Interruption;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** The entry point of the process. */
public final class Main {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private Main() {}

  public static void main(String[] arguments) {
    Map<String, String> environment = System.getenv();
    // Only the shell can ask whether a stream is a terminal; the launcher hands its answer on.
    boolean interactive = Boolean.getBoolean("dbpreflight.terminal");
    FileOutputStream stderr = new FileOutputStream(FileDescriptor.err);
    Interruption interruption = new Interruption(new Halt(stderr, SecretArguments.of(arguments)));
    Console console =
        new Console(
            new Output(new FileOutputStream(FileDescriptor.out)),
            new Output(stderr),
            environment,
            new Terminal(environment, interactive, Integer.getInteger("dbpreflight.columns", 0)),
            new Pace(InstantSource.system(), PATIENCE),
            SecretArguments.NONE,
            interruption);
    System.exit(Shutdown.guard(interruption, () -> CommandRunner.run(console, arguments)));
  }
}
