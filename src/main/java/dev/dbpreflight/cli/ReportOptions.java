package dev.dbpreflight.cli;

import dev.dbpreflight.app.ReportFile;
import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.problem.Problem;
import dev.dbpreflight.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How results are told, and where to. */
final class ReportOptions {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "What stdout gets: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Format format;

  @Option(
      names = "--report",
      paramLabel = "FORMAT=FILE",
      description = "Write the result to a file too; may be given several times.")
  private List<String> reports = new ArrayList<>();

  enum Format {
    TEXT,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Fails before anything is looked at when a target of the reports cannot be right. */
  List<Target> targets() {
    return reports.stream().map(ReportOptions::target).toList();
  }

  /**
   * Prints to stdout and writes the files. A file that cannot be written is told, and keeps neither
   * stdout nor the other files from getting theirs.
   *
   * @return what that means for the exit code
   */
  ExitCode tell(
      Console console, boolean verbose, List<Target> files, Function<Format, String> rendering) {
    console.report(rendering.apply(format));
    ExitCode code = ExitCode.PASS;
    for (Target file : files) {
      try {
        ReportFile.write(file.path(), rendering.apply(file.format()));
      } catch (ProblemException unwritable) {
        console.problem(unwritable.problem(), verbose);
        code = code.or(unwritable.exitCode());
      }
    }
    return code;
  }

  record Target(Format format, Path path) {}

  private static Target target(String option) {
    int equals = option.indexOf('=');
    for (Format format : Format.values()) {
      if (equals > 0 && option.substring(0, equals).equalsIgnoreCase(format.name())) {
        return new Target(format, path(option, option.substring(equals + 1)));
      }
    }
    throw refused(option, "write it as FORMAT=FILE, for example --report json=preflight.json");
  }

  private static Path path(String option, String file) {
    try {
      return new FileConverter().convert(file);
    } catch (TypeConversionException unusable) {
      throw refused(option, "name a file: " + unusable.getMessage());
    }
  }

  private static ProblemException refused(String option, String next) {
    return new ProblemException(
        ExitCode.USAGE,
        new Problem(
            "cannot use \"" + option + "\" for option --report",
            "option --report",
            "nothing was checked, so that no report gets lost",
            next));
  }
}
