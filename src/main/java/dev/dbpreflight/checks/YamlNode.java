package dev.dbpreflight.checks;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A part of a YAML document that knows the line it begins in, counted from 1. */
sealed interface YamlNode {
  int line();

  /** What it is, for messages: "a list". */
  String noun();

  /**
   * A single value. What is not quoted has the type that YAML 1.2 gives it (core schema, decimal
   * numbers only).
   *
   * @param value with environment variables filled in: never to be shown
   * @param written as the file has it; dots where that would show a secret
   */
  record Scalar(String value, String written, boolean quoted, int line) implements YamlNode {
    private static final int LONGEST_NUMBER = 400;
    private static final int LONGEST_SHOWN = 60;

    boolean isNull() {
      return !quoted
          && switch (value) {
            case "", "~", "null", "Null", "NULL" -> true;
            default -> false;
          };
    }

    Optional<Boolean> truth() {
      return quoted
          ? Optional.empty()
          : switch (value) {
            case "true", "True", "TRUE" -> Optional.of(true);
            case "false", "False", "FALSE" -> Optional.of(false);
            default -> Optional.empty();
          };
    }

    Optional<BigDecimal> number() {
      boolean isNumber =
          !quoted && value.length() <= LONGEST_NUMBER && Value.NUMBER.matcher(value).matches();
      return isNumber ? Optional.of(new BigDecimal(value)) : Optional.empty();
    }

    boolean isText() {
      return quoted || !isNull() && truth().isEmpty() && number().isEmpty();
    }

    FileText text() {
      return new FileText(value, written);
    }

    /** In quotes, for messages. */
    String shown() {
      return shown(written);
    }

    static String shown(String written) {
      boolean fits = written.length() <= LONGEST_SHOWN;
      return '"' + (fits ? written : written.substring(0, LONGEST_SHOWN - 1) + "…") + '"';
    }

    @Override
    public String noun() {
      return isNull() ? "nothing" : shown();
    }

    /** Records print their components, and the value may be secret. */
    @Override
    public String toString() {
      return shown() + " in line " + line;
    }
  }

  /** A list. */
  record Items(List<YamlNode> items, int line) implements YamlNode {

    @Override
    public String noun() {
      return "a list";
    }
  }

  /** Keys and values in the order of the file; no key comes twice. */
  record Mapping(List<Entry> entries, int line) implements YamlNode {

    @Override
    public String noun() {
      return "keys and values";
    }
  }

  /** One key of a mapping; nothing is filled in there. */
  record Entry(String key, YamlNode value, int line) {}
}
