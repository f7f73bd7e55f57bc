package dev.dbpreflight.cli;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.joining;

import dev.dbpreflight.problem.Nearest;
import dev.dbpreflight.problem.Problem;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, in the words that all problems use. */
final class Misspelt {
  private static final String PLACE = "the command line";
  private static final String EFFECT = "nothing was checked";
  private static final int SUGGESTED = 3;

  private final CommandLine command;
  private final String help;

  private Misspelt(CommandLine command) {
    this.command = command;
    this.help = "dbpreflight " + path(command) + "--help";
  }

  static Problem problem(ParameterException refused) {
    Misspelt words = new Misspelt(refused.getCommandLine());
    return switch (refused) {
      case UnmatchedArgumentException unmatched -> words.unmatched(unmatched.getUnmatched().get(0));
      case MissingParameterException missing -> words.missing(missing.getMissing());
      case OverwrittenOptionException twice ->
          words.problem(name(twice.getOverwritten()) + " is given twice", PLACE, words.help);
      default ->
          refused.getArgSpec() == null
              ? words.problem(lowerFirst(refused.getMessage()), PLACE, words.help)
              : words.value(refused.getArgSpec(), refused.getValue(), refused.getMessage());
    };
  }

  /** The command as it is typed: "check ", empty for the program itself. */
  static String path(CommandLine command) {
    return command.getParent() == null ? "" : command.getCommandName() + " ";
  }

  private Problem unmatched(String argument) {
    if (argument.startsWith("-") && argument.length() > 1) {
      String name = argument.replaceFirst("(?s)=.*", "");
      List<String> known =
          command.getCommandSpec().options().stream()
              .filter(option -> !option.hidden())
              .map(OptionSpec::longestName)
              .toList();
      return problem("no option is called \"" + name + "\"", PLACE, nearest(name, known));
    }
    if (command.getParent() == null) {
      return problem(
          "no command is called \"" + argument + "\"",
          PLACE,
          nearest(argument, command.getSubcommands().keySet()));
    }
    return problem("cannot use the argument \"" + argument + "\": it is one too many", PLACE, help);
  }

  private static String nearest(String unknown, Collection<String> known) {
    return known.stream()
        .sorted(comparingInt(candidate -> Nearest.distance(unknown, candidate)))
        .limit(SUGGESTED)
        .collect(joining(", ", "did you mean ", "?"));
  }

  private Problem missing(List<ArgSpec> arguments) {
    ArgSpec first = arguments.get(0);
    String what =
        first.isOption()
            ? name(first) + " needs a value: " + first.paramLabel()
            : "the argument " + first.paramLabel() + " is missing";
    return problem(what, PLACE, help);
  }

  private Problem value(ArgSpec argument, String value, String message) {
    String what = "cannot use \"" + value + "\" for " + name(argument);
    if (argument.typeInfo().isEnum()) {
      String known =
          Arrays.stream(argument.type().getEnumConstants())
              .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
              .collect(joining(", "));
      return problem(what, name(argument), "use one of " + known);
    }
    if (Map.class.isAssignableFrom(argument.type())) {
      return problem(what, name(argument), "write it as " + argument.paramLabel());
    }
    // picocli puts words of its own before those of a converter.
    String reason = message.replaceFirst("(?s)^Invalid value for [^:]*: ", "");
    return problem(what + ": " + reason, name(argument), help);
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? "option " + option.longestName()
        : argument.paramLabel();
  }

  private Problem problem(String what, String where, String next) {
    return new Problem(what, where, EFFECT, next);
  }

  private static String lowerFirst(String sentence) {
    return sentence.isEmpty()
        ? "the command line cannot be understood"
        : sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }
}
