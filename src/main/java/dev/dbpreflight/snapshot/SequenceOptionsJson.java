package dev.dbpreflight.snapshot;

import dev.dbpreflight.model.SequenceOptions;

/**
 * How a sequence counts, as members of the sequence or identity; bounds follow from type and
 * direction.
 */
final class SequenceOptionsJson {

  private SequenceOptionsJson() {}

  static MembersOut write(MembersOut out, SequenceOptions options) {
    boolean up = options.increment() > 0;
    return out.text("type", options.type(), "bigint")
        .number("start", options.start(), up ? options.minimum() : options.maximum())
        .number("increment", options.increment(), 1)
        .number("minimum", options.minimum(), up ? 1 : least(options.type()))
        .number("maximum", options.maximum(), up ? most(options.type()) : -1)
        .number("cache", options.cache(), 1)
        .flag("cycle", options.cycle(), false);
  }

  static SequenceOptions read(MembersIn in) {
    String type = in.text("type", "bigint");
    long increment = in.number("increment", 1);
    boolean up = increment > 0;
    long minimum = in.number("minimum", up ? 1 : least(type));
    long maximum = in.number("maximum", up ? most(type) : -1);
    if (minimum > maximum) {
      throw in.impossible(
          "minimum", "is " + minimum + ", above the maximum " + maximum, "correct one of the two");
    }
    return new SequenceOptions(
        type,
        in.number("start", up ? minimum : maximum),
        increment,
        minimum,
        maximum,
        in.number("cache", 1),
        in.flag("cycle", false));
  }

  private static long least(String type) {
    return -most(type) - 1;
  }

  private static long most(String type) {
    return switch (type) {
      case "smallint" -> Short.MAX_VALUE;
      case "integer" -> Integer.MAX_VALUE;
      default -> Long.MAX_VALUE;
    };
  }
}
