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

  /** Prints to stdout and writes the files. */
  void tell(Console console, List<Target> files, Function<Format, String> rendering) {
    console.report(rendering.apply(format));
    for (Target file : files) {
      ReportFile.write(file.path(), rendering.apply(file.format()));
    }
  }

  record Target(Format format, Path path) {}

  private static Target target(String option) {
    int equals = option.indexOf('=');
    for (Format format : Format.values()) {
      if (equals > 0
          && equals < option.length() - 1
          && option.substring(0, equals).equalsIgnoreCase(format.name())) {
        return new Target(format, Path.of(option.substring(equals + 1)));
      }
    }
    throw new ProblemException(
        ExitCode.USAGE,
        new Problem(
            "cannot understand the report \"" + option + "\"",
            "option --report",
            "nothing was checked, so that no report gets lost",
            "write it as FORMAT=FILE, for example --report json=preflight.json"));
  }
}
