package dev.dbpreflight.history;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ids of one tool by age, as far as they say: digits count as numbers, all else as text. */
final class IdOrder implements Comparator<String> {
  static final IdOrder BY_ID = new IdOrder();

  private static final Pattern PART = Pattern.compile("\\d+|\\D+");

  private IdOrder() {}

  static boolean isAfter(String one, String other) {
    return BY_ID.compare(one, other) > 0;
  }

  static String older(String one, String other) {
    return isAfter(one, other) ? other : one;
  }

  static String newer(String one, String other) {
    return isAfter(one, other) ? one : other;
  }

  @Override
  public int compare(String one, String other) {
    Matcher ones = PART.matcher(one);
    Matcher others = PART.matcher(other);
    while (true) {
      boolean more = ones.find();
      if (!others.find()) {
        return more ? 1 : 0;
      }
      if (!more) {
        return -1;
      }
      int byPart = compareParts(ones.group(), others.group());
      if (byPart != 0) {
        return byPart;
      }
    }
  }

  private static int compareParts(String one, String other) {
    boolean numbers = Character.isDigit(one.charAt(0)) && Character.isDigit(other.charAt(0));
    return numbers ? new BigInteger(one).compareTo(new BigInteger(other)) : one.compareTo(other);
  }
}
