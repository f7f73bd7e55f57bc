package dev.dbpreflight.introspect.postgres;

import java.util.Arrays;

/** The catalogs' lists of numbers, as text: "1 2" of a vector, "{1,2}" of an array. */
final class Numbers {
  private static final int[] NONE = {};

  private Numbers() {}

  /** Of an int2vector or an int2[]; empty for NULL. */
  static int[] vector(String text) {
    if (text == null) {
      return NONE;
    }
    String numbers = text.startsWith("{") ? text.substring(1, text.length() - 1) : text;
    return numbers.isEmpty()
        ? NONE
        : Arrays.stream(numbers.split("[ ,]")).mapToInt(Integer::parseInt).toArray();
  }

  /** Of an oidvector. */
  static long[] oids(String text) {
    return text.isEmpty()
        ? new long[0]
        : Arrays.stream(text.split(" ")).mapToLong(Long::parseLong).toArray();
  }
}
