package dev.dbpreflight.cli;

import dev.dbpreflight.checks.Words;
import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.report.RuleDocs;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "explain",
    header = "Print one rule's page with its example.",
    footer = {"", "Example:", "  dbpreflight explain history-without-objects"})
final class ExplainCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "ID", description = "Id of a rule, as reports print it.")
  private String id;

  @Mixin private CommonOptions common;

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    console.report(RuleDocs.page(Words.builtin("the id of explain", id)));
    return ExitCode.PASS.code();
  }
}
