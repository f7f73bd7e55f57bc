package dev.dbpreflight.cli;

import dev.dbpreflight.app.ToolVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "dbpreflight",
    mixinStandardHelpOptions = true,
    versionProvider = RootCommand.Version.class,
    header = "Is it safe to deploy onto this database, now?",
    description = {
      "",
      "Looks at a live PostgreSQL or SQLite database without changing it, compares it",
      "with what you expect, and answers pass or fail.",
      ""
    },
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Examples:",
      "  dbpreflight demo",
      "  dbpreflight check postgresql://deploy@localhost/shop",
      "  dbpreflight snapshot app.db -o schema-snapshots/v1.4.0.json",
      "  dbpreflight check app.db --expect schema-snapshots/v1.4.0.json",
      "",
      "Exit codes: 0 pass, 1 findings, 2 wrong command line or file,",
      "3 inconclusive, 70 a defect in dbpreflight, 130 interrupted."
    })
final class RootCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "No command was given");
  }

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"dbpreflight " + ToolVersion.text()};
    }
  }
}
