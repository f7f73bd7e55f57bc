package dev.dbpreflight.introspect.postgres;

/** The catalogs' lists of numbers, as text: "1 2" of a vector, "{1,2}" of an array. */
final class Numbers {
  private static final long[] NONE = {};

  private Numbers() {}

  /** In their order; empty for NULL. */
  static long[] of(String text) {
    if (text == null) {
      return NONE;
    }
    int start = text.startsWith("{") ? 1 : 0;
    int end = text.length() - start;
    long[] numbers = start == end ? NONE : new long[count(text)];
    int next = start;
    for (int number = 0; number < numbers.length; number++) {
      int stop = stop(text, next, end);
      numbers[number] = Long.parseLong(text, next, stop, 10);
      next = stop + 1;
    }
    return numbers;
  }

  private static int count(String text) {
    int count = 1;
    for (int at = 0; at < text.length(); at++) {
      if (separates(text.charAt(at))) {
        count++;
      }
    }
    return count;
  }

  private static int stop(String text, int from, int end) {
    int at = from;
    while (at < end && !separates(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean separates(char letter) {
    return letter == ' ' || letter == ',';
  }
}
