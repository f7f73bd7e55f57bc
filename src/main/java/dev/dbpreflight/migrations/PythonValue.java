package dev.dbpreflight.migrations;

import java.util.List;
import java.util.Optional;

/** What an expression is worth, as far as that can be said without running it. */
sealed interface PythonValue {

  record None() implements PythonValue {}

  record Text(String text) implements PythonValue {}

  record Truth(boolean value) implements PythonValue {}

  /** A tuple, a list or a set. */
  record Items(List<PythonValue> items) implements PythonValue {}

  /** A name that was not assigned in the file: "settings.AUTH_USER_MODEL". */
  record Name(String name) implements PythonValue {}

  /**
   * @param function with dots, as written
   */
  record Call(String function, List<Argument> arguments) implements PythonValue {

    Optional<PythonValue> argument(int position, String name) {
      Optional<PythonValue> named =
          arguments.stream().filter(one -> one.name.equals(name)).map(Argument::value).findFirst();
      return named.isPresent() || position >= arguments.size()
          ? named
          : Optional.of(arguments.get(position))
              .filter(one -> one.name.isEmpty())
              .map(Argument::value);
    }

    /** The function's name without what it is taken from. */
    String last() {
      return function.substring(function.lastIndexOf('.') + 1);
    }
  }

  /**
   * @param name empty for one that is known by its position
   */
  record Argument(String name, PythonValue value) {}

  /** The file must be run to know. */
  record Computed() implements PythonValue {}
}
