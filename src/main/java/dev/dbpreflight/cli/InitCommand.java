package dev.dbpreflight.cli;

import dev.dbpreflight.app.BeginProject;
import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.report.ProjectFinds;
import dev.dbpreflight.report.ProjectText;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "init",
    header = "Write a first check file for this project.",
    description = {
      "",
      "Looks for migrations, snapshots and compose files in the current folder and for a",
      "database in the environment, writes what it found to a file with comments, and says",
      "what to do next. Connects to nothing, and never writes a password.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  dbpreflight init",
      "  dbpreflight init --output checks/shop.yaml"
    })
final class InitCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      defaultValue = "dbpreflight.yaml",
      description = "The file to write. Default: ${DEFAULT-VALUE}.")
  private Path file;

  @Option(names = "--force", description = "Replace a file that is there already.")
  private boolean force;

  @Mixin private CommonOptions common;

  InitCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    ProjectFinds finds =
        common.during(console, place -> new BeginProject(place).begin(file, force));
    console.report(
        new ProjectText(console.terminal().style(common.colour())).format(finds, file.toString()));
    return ExitCode.PASS.code();
  }
}
