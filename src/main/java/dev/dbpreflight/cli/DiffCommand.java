package dev.dbpreflight.cli;

import dev.dbpreflight.app.CompareSchemas;
import dev.dbpreflight.checks.Words;
import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.report.Comparison;
import dev.dbpreflight.report.ComparisonJson;
import dev.dbpreflight.report.ComparisonText;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "diff",
    header = "Compare two schemas, object by object.",
    description = {
      "",
      "Each side is a snapshot file or the URL of a database of the same engine. The",
      "first is what is expected, the second what is there. Exit code 1 if they",
      "differ.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  dbpreflight diff schema-snapshots/v1.4.0.json postgresql://db/shop",
      "  dbpreflight diff postgresql://staging/shop postgresql://production/shop"
    })
final class DiffCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "EXPECTED", description = "Snapshot file or URL.")
  private String expected;

  @Parameters(index = "1", paramLabel = "ACTUAL", description = "Snapshot file or URL.")
  private String actual;

  @Mixin private CompareOptions compare;
  @Mixin private TimeOptions times;
  @Mixin private ReportOptions output;
  @Mixin private CommonOptions common;

  DiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<ReportOptions.Target> files = output.targets();
    CompareSchemas.Request request =
        new CompareSchemas.Request(
            expected, actual, Words.aspects("--compare", compare.aspects()), times.times());
    Comparison comparison =
        common.during(console, place -> new CompareSchemas(place).compare(request));
    ExitCode delivered =
        output.tell(
            console,
            common.verbose(),
            files,
            format ->
                switch (format) {
                  case TEXT ->
                      new ComparisonText(console.terminal().style(common.colour()))
                          .format(comparison);
                  case JSON -> new ComparisonJson().format(comparison);
                });
    return (comparison.equal() ? ExitCode.PASS : ExitCode.FINDINGS).or(delivered).code();
  }
}
