package dev.dbpreflight.cli;

import dev.dbpreflight.app.Progress;
import dev.dbpreflight.app.Surroundings;
import dev.dbpreflight.cli.Terminal.ColourChoice;
import java.nio.file.Path;
import java.time.InstantSource;
import picocli.CommandLine.Option;

/** What every command understands. */
final class CommonOptions {
  @Option(
      names = {"-v", "--verbose"},
      description = "Tell every phase and details of problems; twice: stack traces too.")
  private boolean[] verbose = {};

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress, whatever it takes.")
  private boolean quiet;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "auto, always or never. Default: ${DEFAULT-VALUE}.")
  private ColourChoice colour;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  ColourChoice colour() {
    return colour;
  }

  boolean verbose() {
    return verbose.length > 0;
  }

  /** Runs something with progress on stderr and the process around it. */
  <T> T during(Console console, Work<T> work) {
    try (Phases phases = new Phases(console, verbose())) {
      return work.run(surroundings(console, quiet ? Progress.SILENT : phases));
    }
  }

  private static Surroundings surroundings(Console console, Progress progress) {
    return new Surroundings(
        console.environment(),
        Path.of(System.getProperty("user.home")),
        Path.of("").toAbsolutePath(),
        System.getProperty("user.name"),
        InstantSource.system(),
        progress);
  }

  /** What a command does once its options are understood. */
  interface Work<T> {
    T run(Surroundings surroundings);
  }
}
