package dev.dbpreflight.cli;

import dev.dbpreflight.app.Progress;
import dev.dbpreflight.app.Surroundings;
import dev.dbpreflight.cli.Phases.Loudness;
import dev.dbpreflight.cli.Terminal.ColourChoice;
import dev.dbpreflight.problem.ProblemException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What every command understands. */
final class CommonOptions {
  @Option(
      names = {"-v", "--verbose"},
      description = "Tell every phase and details of problems; twice: stack traces too.")
  private boolean[] verbose = {};

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress and no notes, whatever it takes.")
  private boolean quiet;

  @Option(
      names = "--log-file",
      paramLabel = "FILE",
      description = "Add every phase of the run, and what stopped it, to this file.")
  private Optional<Path> logFile = Optional.empty();

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

  boolean quiet() {
    return quiet;
  }

  /** Runs something with progress on stderr and the process around it. */
  <T> T during(Console console, Work<T> work) {
    try (Phases phases = new Phases(console, loudness(), logFile)) {
      try {
        return work.run(surroundings(console, phases));
      } catch (ProblemException problem) {
        phases.endsWith(problem.problem());
        throw problem;
      }
    }
  }

  private static Surroundings surroundings(Console console, Progress progress) {
    return new Surroundings(
        console.environment(),
        Path.of(System.getProperty("user.home")),
        Path.of("").toAbsolutePath(),
        System.getProperty("user.name"),
        console.pace().clock(),
        progress,
        console.interruption(),
        new ChildPrograms());
  }

  private Loudness loudness() {
    if (quiet) {
      return Loudness.QUIET;
    }
    return verbose() ? Loudness.EVERYTHING : Loudness.WHEN_SLOW;
  }

  /** What a command does once its options are understood. */
  interface Work<T> {
    T run(Surroundings surroundings);
  }
}
