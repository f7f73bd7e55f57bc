package dev.dbpreflight.cli;

import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.problem.Problem;
import dev.dbpreflight.problem.ProblemException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Runs one command line and turns whatever happens into a message and an exit code. */
final class CommandRunner {
  private static final int MEGABYTE = 20;

  private final Console console;

  CommandRunner(Console console) {
    this.console = console;
  }

  static int run(Console console, String... arguments) {
    return new CommandRunner(console.hiding(SecretArguments.of(arguments))).run(arguments).code();
  }

  private ExitCode run(String... arguments) {
    ExitCode code;
    try {
      code = ExitCode.of(commandLine(arguments).execute(arguments));
    } catch (StackOverflowError | OutOfMemoryError tooMuch) {
      code = tooLarge(tooMuch);
    } catch (Error broken) {
      code = defect("dbpreflight: " + broken.getClass().getName());
      console.note(trace(broken));
    }
    console.err().flush();
    return console.interruption().requested() ? ExitCode.INTERRUPTED : code.or(console.delivery());
  }

  private CommandLine commandLine(String... arguments) {
    CommandLine line = new CommandLine(new RootCommand());
    new Commands(console).addTo(line, arguments);
    line.setOut(new PrintWriter(console.out(), true));
    line.setErr(new PrintWriter(console.err(), true));
    line.setExpandAtFiles(false);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.registerConverter(Path.class, new FileConverter());
    line.setUsageHelpWidth(80);
    line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    line.setParameterExceptionHandler(this::misspelt);
    line.setExecutionExceptionHandler(this::failed);
    return line;
  }

  private int misspelt(ParameterException refused, String[] arguments) {
    console.problem(Misspelt.problem(refused), false);
    return ExitCode.USAGE.code();
  }

  private int failed(Exception failure, CommandLine command, ParseResult parsed) {
    int verbosity = verbosity(parsed);
    if (failure instanceof ProblemException known) {
      console.problem(known.problem(), verbosity > 0);
    } else {
      defect("dbpreflight " + Misspelt.path(command).strip());
    }
    if (verbosity > 1) {
      console.note(trace(failure));
    }
    return failure instanceof ProblemException known
        ? known.exitCode().code()
        : ExitCode.DEFECT.code();
  }

  private ExitCode defect(String place) {
    console.problem(
        new Problem(
            "a defect in dbpreflight stopped this run",
            place,
            "nothing can be said about the target",
            "run it again with -vv and report what it prints"),
        false);
    return ExitCode.DEFECT;
  }

  private ExitCode tooLarge(Error error) {
    boolean memory = error instanceof OutOfMemoryError;
    long limit = Runtime.getRuntime().maxMemory() >> MEGABYTE;
    console.problem(
        new Problem(
            "dbpreflight ran out of " + (memory ? "memory: it may use " + limit + " MB" : "stack"),
            "the Java process",
            "nothing can be said about the target",
            "give it more: DBPREFLIGHT_JAVA_OPTS=" + (memory ? "-Xmx2g" : "-Xss64m")),
        false);
    return ExitCode.INCONCLUSIVE;
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
    StringBuilder text = new StringBuilder();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      text.append(cause == failure ? "" : "\ncaused by ").append(cause.getClass().getName());
      for (StackTraceElement element : cause.getStackTrace()) {
        text.append("\n    at ").append(element);
      }
    }
    return text.toString();
  }
}
