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
    header = "Show state, history and pending migrations in one screen.",
    description = {
      "",
      "Tells where the database is, where the release goes, which migrations are",
      "pending in their order, and what is wrong with the history. Judges nothing: the",
      "exit code is 0 whenever the database can be read.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  dbpreflight status",
      "  dbpreflight status --migrations migrations/",
      "  dbpreflight status app.db --migrations= --format json"
    })
final class StatusCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private TargetOptions target;
  @Mixin private MigrationsOption migrations;
  @Mixin private ReportOptions output;
  @Mixin private CommonOptions common;

  StatusCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<ReportOptions.Target> files = output.targets();
    ShowStatus.Request request =
        new ShowStatus.Request(target.connection(), migrations.folder(), migrations.isOpen());
    Status status = common.during(console, place -> new ShowStatus(place).show(request));
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
