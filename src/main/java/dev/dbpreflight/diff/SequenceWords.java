package dev.dbpreflight.diff;

import dev.dbpreflight.model.SequenceOptions;
import java.util.ArrayList;
import java.util.List;

/** The options of a sequence in one line, without those that its type and direction imply. */
final class SequenceWords {

  private SequenceWords() {}

  static String of(SequenceOptions options) {
    boolean up = options.increment() > 0;
    long highest = highest(options.type());
    long minimum = up ? 1 : -highest - 1;
    long maximum = up ? highest : -1;
    List<String> words = new ArrayList<>(List.of(options.type()));
    add(words, "start", options.start(), up ? options.minimum() : options.maximum());
    add(words, "increment", options.increment(), 1);
    add(words, "minimum", options.minimum(), minimum);
    add(words, "maximum", options.maximum(), maximum);
    add(words, "cache", options.cache(), 1);
    if (options.cycle()) {
      words.add("cycle");
    }
    return String.join(", ", words);
  }

  private static void add(List<String> words, String option, long value, long implied) {
    if (value != implied) {
      words.add(option + " " + value);
    }
  }

  private static long highest(String type) {
    return switch (type) {
      case "smallint" -> Short.MAX_VALUE;
      case "integer" -> Integer.MAX_VALUE;
      default -> Long.MAX_VALUE;
    };
  }
}
