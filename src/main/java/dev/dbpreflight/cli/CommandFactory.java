package dev.dbpreflight.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands with the console they write to; everything else is picocli's own. */
final class CommandFactory implements IFactory {
  private final Console console;

  CommandFactory(Console console) {
    this.console = console;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    Object command = null;
    if (type == CheckCommand.class) {
      command = new CheckCommand(console);
    } else if (type == SnapshotCommand.class) {
      command = new SnapshotCommand(console);
    } else if (type == DiffCommand.class) {
      command = new DiffCommand(console);
    } else if (type == StatusCommand.class) {
      command = new StatusCommand(console);
    } else if (type == InitCommand.class) {
      command = new InitCommand(console);
    } else if (type == RulesCommand.class) {
      command = new RulesCommand(console);
    } else if (type == ExplainCommand.class) {
      command = new ExplainCommand(console);
    } else if (type == DemoCommand.class) {
      command = new DemoCommand(console);
    }
    return command == null ? CommandLine.defaultFactory().create(type) : type.cast(command);
  }
}
