package dev.dbpreflight.cli;

import dev.dbpreflight.app.ShowStatus;
import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.report.Status;
import dev.dbpreflight.report.StatusJson;
import dev.dbpreflight.report.StatusText;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "status",
    header = "Show state and migration history in one screen.",
    description = {"", "Judges nothing: the exit code is 0 whenever the database can be read.", ""},
    footer = {"", "Examples:", "  dbpreflight status", "  dbpreflight status app.db --format json"})
final class StatusCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private TargetOptions target;
  @Mixin private ReportOptions output;
  @Mixin private CommonOptions common;

  StatusCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<ReportOptions.Target> files = output.targets();
    Status status =
        common.during(console, place -> new ShowStatus(place).show(target.connection()));
    ExitCode delivered =
        output.tell(
            console,
            common.verbose(),
            files,
            format ->
                switch (format) {
                  case TEXT ->
                      new StatusText(console.terminal().style(common.colour())).format(status);
                  case JSON -> new StatusJson().format(status);
                });
    return delivered.code();
  }
}
