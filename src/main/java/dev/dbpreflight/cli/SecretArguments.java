package dev.dbpreflight.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The arguments that hold a password. A URL in the wrong place of the command line would otherwise
 * be repeated by the message that says so.
 */
final class SecretArguments {
  static final SecretArguments NONE = new SecretArguments(List.of());

  private static final Pattern WITH_PASSWORD =
      Pattern.compile("(?is).*(://[^:@/]*:.*@|passw(or)?d[^=]*=|pass(phrase|code)[^=]*=).*");
  private static final String MASK = "****";

  /** Pieces of an argument that are too short to be replaced: every letter of a text would go. */
  private static final int SHORT = 3;

  private final List<String> texts;

  private SecretArguments(List<String> texts) {
    this.texts = texts;
  }

  static boolean holdsPassword(String argument) {
    return WITH_PASSWORD.matcher(argument).matches();
  }

  static SecretArguments of(String... arguments) {
    return new SecretArguments(
        Stream.of(arguments)
            .filter(SecretArguments::holdsPassword)
            .flatMap(SecretArguments::spellings)
            .filter(text -> text.length() > SHORT)
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList());
  }

  /**
   * The argument, the value of a long or a short option in it, parts of a list, and each as a path
   * would spell it.
   */
  private static Stream<String> spellings(String argument) {
    String value = argument.substring(argument.indexOf('=') + 1);
    String attached = argument.startsWith("-") ? argument.substring(2) : argument;
    return Stream.of(Stream.of(argument, value, attached), Stream.of(value.split(",")))
        .flatMap(texts -> texts)
        .flatMap(text -> Stream.of(text, asPath(text)));
  }

  private static String asPath(String text) {
    try {
      return Path.of(text).toString();
    } catch (InvalidPathException noPath) {
      return text;
    }
  }

  String hiddenIn(String text) {
    String result = text;
    for (String secret : texts) {
      result = result.replace(secret, MASK);
    }
    return result;
  }
}
