package dev.dbpreflight.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The entry point of the process. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    Map<String, String> environment = System.getenv();
    // Only the shell can ask whether a stream is a terminal; the launcher hands its answer on.
    boolean interactive = Boolean.getBoolean("dbpreflight.terminal");
    Terminal terminal = new Terminal(environment, interactive);
    Console console =
        new Console(utf8(FileDescriptor.out), utf8(FileDescriptor.err), environment, terminal);
    System.exit(new CommandRunner(console).run(arguments));
  }

  /**
   * The encoding of the platform would turn names of tables into question marks in files and pipes.
   */
  private static PrintStream utf8(FileDescriptor stream) {
    return new PrintStream(new FileOutputStream(stream), false, StandardCharsets.UTF_8);
  }
}
