package dev.dbpreflight.checks;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** One value of a check file, of an answer to a query or of a JSON document, with its type. */
public sealed interface Value {

  /** A text: "1.4.0", or anything that was quoted. */
  record Text(String text) implements Value {

    @Override
    public String toString() {
      return '"' + text + '"';
    }
  }

  /** Equal by value: 10 is 10.00. */
  record Number(BigDecimal number) implements Value {

    public Number {
      number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    /** Never 1E+6, as far as the length allows. */
    @Override
    public String toString() {
      return Math.abs((long) number.scale()) > 100 ? number.toString() : number.toPlainString();
    }
  }

  /** True or false. */
  record Truth(boolean holds) implements Value {

    @Override
    public String toString() {
      return Boolean.toString(holds);
    }
  }

  /** NULL, or JSON's null. */
  record Null() implements Value {

    @Override
    public String toString() {
      return "null";
    }
  }

  /** What numbers look like in check files and in JSON: no sign of plus, no hexadecimal digits. */
  Pattern NUMBER = Pattern.compile("-?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d{1,4})?");

  static Value of(String text) {
    return new Text(text);
  }

  static Value of(long number) {
    return new Number(BigDecimal.valueOf(number));
  }

  static Value of(BigDecimal number) {
    return new Number(number);
  }

  static Value of(boolean holds) {
    return new Truth(holds);
  }

  static Value none() {
    return new Null();
  }
}
