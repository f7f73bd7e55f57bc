package dev.dbpreflight.checks;

import static java.util.stream.Collectors.joining;

import dev.dbpreflight.checks.YamlNode.Scalar;
import dev.dbpreflight.problem.Nearest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The words that can stand at one place.
 *
 * @param noun what each is: "rule"
 * @param token how a value is spelled
 */
record Known<T>(String noun, List<T> values, Function<T, String> token) {
  private static final int LISTED = 3;

  /** Nobody who means one of the words writes more. */
  private static final int LONGEST = 100;

  static Known<String> words(String noun, List<String> words) {
    return new Known<>(noun, words, word -> word);
  }

  Optional<T> find(String name) {
    for (T candidate : values) {
      if (token.apply(candidate).equals(name)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /** The value that a file names; a mistake when there is none. */
  Optional<T> find(Scalar name, Mistakes mistakes) {
    Optional<T> found = find(name.value());
    if (found.isEmpty()) {
      mistakes.add(name.line(), unknown(name.written()), suggestion(name.written()));
    }
    return found;
  }

  String unknown(String name) {
    return "no " + noun + " is called " + Scalar.shown(name);
  }

  /** The nearest three. */
  String suggestion(String name) {
    if (name.length() > LONGEST) {
      return "write one of " + values.stream().limit(LISTED).map(token).collect(joining(", "));
    }
    return values.stream()
        .map(token)
        .sorted(Comparator.comparingInt(candidate -> Nearest.distance(name, candidate)))
        .limit(LISTED)
        .collect(joining(", ", "did you mean ", "?"));
  }
}
