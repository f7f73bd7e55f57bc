package dev.dbpreflight.cli;

import java.util.List;
import java.util.Map;

/** The reference of the command line, made of the commands' own help. */
public final class CommandReference {
  private static final List<String> COMMANDS =
      List.of("check", "snapshot", "diff", "status", "init", "rules", "explain", "demo");

  private CommandReference() {}

  /** One section per command, as Markdown. */
  public static String markdown() {
    StringBuilder text = new StringBuilder();
    for (String command : COMMANDS) {
      String help = CommandLineRun.in(Map.of(), command, "--help").out();
      text.append("### ").append(command).append("\n\n```text\n").append(help).append("```\n\n");
    }
    return text.toString();
  }
}
