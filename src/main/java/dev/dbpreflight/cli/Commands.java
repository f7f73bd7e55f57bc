package dev.dbpreflight.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;

/** The commands there are, in the order of the help. */
final class Commands {
  private final Map<String, Supplier<Object>> all = new LinkedHashMap<>();

  Commands(Console console) {
    all.put("check", () -> new CheckCommand(console));
    all.put("snapshot", () -> new SnapshotCommand(console));
    all.put("diff", () -> new DiffCommand(console));
    all.put("status", () -> new StatusCommand(console));
    all.put("init", () -> new InitCommand(console));
    all.put("rules", () -> new RulesCommand(console));
    all.put("explain", () -> new ExplainCommand(console));
    all.put("demo", () -> new DemoCommand(console));
  }

  /**
   * Adds them to the root. A command that is named in the first place is added alone: looking
   * through the options of all of them would be a fifth of a short run.
   */
  void addTo(CommandLine root, String... arguments) {
    Supplier<Object> named = arguments.length == 0 ? null : all.get(arguments[0]);
    if (named != null) {
      root.addSubcommand(named.get());
      return;
    }
    all.values().forEach(command -> root.addSubcommand(command.get()));
    root.addSubcommand(new GenerateCompletion());
    root.addSubcommand(new HelpCommand());
  }
}
