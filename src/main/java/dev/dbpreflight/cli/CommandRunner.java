package dev.dbpreflight.cli;

import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.problem.Problem;
import dev.dbpreflight.problem.ProblemException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs one command line and turns whatever happens into a message and an exit code. */
final class CommandRunner {
  private final Console console;

  CommandRunner(Console console) {
    this.console = console;
  }

  int run(String... arguments) {
    CommandLine line = commandLine();
    int code = line.execute(arguments);
    console.out().flush();
    console.err().flush();
    return code;
  }

  /** Also what the generated reference in the README is made of. */
  CommandLine commandLine() {
    CommandLine line = new CommandLine(new RootCommand(), new CommandFactory(console));
    line.setOut(new PrintWriter(console.out(), true));
    line.setErr(new PrintWriter(console.err(), true));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpWidth(80);
    line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    line.setParameterExceptionHandler(this::misspelt);
    line.setExecutionExceptionHandler(this::failed);
    return line;
  }

  private int misspelt(ParameterException misspelt, String[] arguments) {
    CommandLine command = misspelt.getCommandLine();
    String next = "dbpreflight " + path(command) + "--help";
    if (misspelt instanceof UnmatchedArgumentException unmatched) {
      List<String> near = unmatched.getSuggestions();
      if (!near.isEmpty()) {
        next = "did you mean " + String.join(", ", near.subList(0, Math.min(3, near.size()))) + "?";
      }
    }
    console.problem(
        new Problem(
            lowerFirst(misspelt.getMessage()), "the command line", "nothing was checked", next),
        false);
    return ExitCode.USAGE.code();
  }

  private int failed(Exception failure, CommandLine command, ParseResult parsed) {
    int verbosity = verbosity(parsed);
    if (failure instanceof ProblemException known) {
      console.problem(known.problem(), verbosity > 0);
      if (verbosity > 1) {
        console.note(trace(known));
      }
      return known.exitCode().code();
    }
    console.problem(
        new Problem(
            "a defect in dbpreflight stopped this run",
            "dbpreflight " + path(command).strip(),
            "nothing can be said about the target",
            "run it again with -vv and report what it prints"),
        false);
    if (verbosity > 1) {
      console.note(trace(failure));
    }
    return ExitCode.DEFECT.code();
  }

  private static int verbosity(ParseResult parsed) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    return last.hasMatchedOption("-v") ? last.matchedOption("-v").<boolean[]>getValue().length : 0;
  }

  /**
   * Stack traces name classes and lines; a driver's message in one may quote a URL, so it is left
   * out.
   */
  private static String trace(Throwable failure) {
    StringWriter text = new StringWriter();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      text.append(cause == failure ? "" : "caused by ").append(cause.getClass().getName());
      for (StackTraceElement element : cause.getStackTrace()) {
        text.append("\n    at ").append(element.toString());
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static String path(CommandLine command) {
    return command.getParent() == null ? "" : command.getCommandName() + " ";
  }

  private static String lowerFirst(String sentence) {
    return sentence.isEmpty()
        ? "the command line cannot be understood"
        : sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }
}
