package dev.dbpreflight.cli;

import dev.dbpreflight.app.Demo;
import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.report.Style;
import dev.dbpreflight.report.TextReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "demo",
    header = "Show the gate on three small databases.",
    description = {
      "",
      "Makes three SQLite shop databases in a temporary folder (a fresh one, one with",
      "nothing but a migration tool's table, one with application tables), checks",
      "each against the same release, and removes them.",
      ""
    })
final class DemoCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CommonOptions common;

  DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Style style = console.terminal().style(common.colour());
    common.during(
        console,
        place -> {
          new Demo(place)
              .run(
                  scene ->
                      console.report(
                          "$ "
                              + scene.command()
                              + "\n\n"
                              + new TextReport(style).format(scene.report())
                              + "\n"));
          return null;
        });
    console.report(
        """
        Now your own:
          dbpreflight check postgresql://user@host/name
          dbpreflight snapshot app.db -o schema-snapshots/v1.json
        """);
    return ExitCode.PASS.code();
  }
}
