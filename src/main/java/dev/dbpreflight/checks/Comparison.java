package dev.dbpreflight.checks;

import static java.util.stream.Collectors.joining;

import dev.dbpreflight.checks.Value.Truth;
import java.util.List;
import java.util.Locale;

/**
 * What an actual value is held against. Types count: the text "10" is not the number 10. Numbers
 * compare by value. {@code toString} says what is expected, in words for a message.
 */
public sealed interface Comparison {

  /** Whether a value is what is expected. */
  boolean holds(Value actual);

  /** The same value; {@link Value.Null} for null. */
  record Equal(Value expected) implements Comparison {

    @Override
    public boolean holds(Value actual) {
      return same(expected, actual);
    }

    @Override
    public String toString() {
      return expected.toString();
    }
  }

  /** Any other value, also null. */
  record Not(Value refused) implements Comparison {

    @Override
    public boolean holds(Value actual) {
      return !same(refused, actual);
    }

    @Override
    public String toString() {
      return "not " + refused;
    }
  }

  /** How two numbers stand to each other. */
  enum Order {
    MORE_THAN(">"),
    AT_LEAST(">="),
    LESS_THAN("<"),
    AT_MOST("<=");

    private final String sign;

    Order(String sign) {
      this.sign = sign;
    }

    /** As check files spell it. */
    public String sign() {
      return sign;
    }

    boolean holds(int compared) {
      return switch (this) {
        case MORE_THAN -> compared > 0;
        case AT_LEAST -> compared >= 0;
        case LESS_THAN -> compared < 0;
        case AT_MOST -> compared <= 0;
      };
    }
  }

  /** A number on one side of a limit; no text and no null is. */
  record Ordered(Order order, Value.Number limit) implements Comparison {

    @Override
    public boolean holds(Value actual) {
      return actual instanceof Value.Number value
          && order.holds(value.number().compareTo(limit.number()));
    }

    @Override
    public String toString() {
      return order.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + limit;
    }
  }

  /** A number from {@code min} to {@code max}, both included. */
  record Between(Value.Number min, Value.Number max) implements Comparison {

    @Override
    public boolean holds(Value actual) {
      return actual instanceof Value.Number value
          && value.number().compareTo(min.number()) >= 0
          && value.number().compareTo(max.number()) <= 0;
    }

    @Override
    public String toString() {
      return "between " + min + " and " + max;
    }
  }

  /** One of several values. */
  record In(List<Value> values) implements Comparison {

    public In {
      values = List.copyOf(values);
    }

    @Override
    public boolean holds(Value actual) {
      return values.stream().anyMatch(value -> same(value, actual));
    }

    @Override
    public String toString() {
      return values.stream().map(Value::toString).collect(joining(", ", "one of ", ""));
    }
  }

  private static boolean same(Value expected, Value actual) {
    // SQLite has no booleans: true is answered as 1.
    return expected.equals(actual)
        || expected instanceof Truth truth && actual.equals(Value.of(truth.holds() ? 1 : 0));
  }
}
