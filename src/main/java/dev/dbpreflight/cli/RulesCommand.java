package dev.dbpreflight.cli;

import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.report.RuleDocs;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "rules",
    header = "List the built-in rules.",
    description = {"", "dbpreflight explain ID prints one rule's page with its example.", ""})
final class RulesCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CommonOptions common;

  RulesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    console.report(RuleDocs.list(console.terminal().style(common.colour())));
    return ExitCode.PASS.code();
  }
}
