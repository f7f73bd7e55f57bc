package dev.dbpreflight.diff;

import dev.dbpreflight.diff.Change.ObjectMissing;
import dev.dbpreflight.diff.Change.ObjectUnexpected;
import dev.dbpreflight.diff.Change.PropertyDiffers;
import dev.dbpreflight.diff.Change.PropertyUnclear;

/**
 * A change as one sentence for people. Long texts are cut down to where they begin to differ. Names
 * and texts are as the database has them: whoever prints them must escape.
 */
public final class ChangeText {
  private static final int SHORT = 60;
  private static final int BEFORE_DIFFERENCE = 20;

  private ChangeText() {}

  /** For example {@code column "public.users.email": type is text, expected integer}. */
  public static String sentence(Change change) {
    return switch (change) {
      case ObjectMissing missing -> missing.object() + " is missing";
      case ObjectUnexpected unexpected -> unexpected.object() + " is not expected";
      case PropertyDiffers differs ->
          "%s: %s %s"
              .formatted(
                  differs.object(),
                  differs.property(),
                  sides(differs.expected(), differs.actual()));
      case PropertyUnclear unclear ->
          "%s: %s %s; %s"
              .formatted(
                  unclear.object(),
                  unclear.property(),
                  sides(unclear.expected(), unclear.actual()),
                  unclear.reason());
    };
  }

  private static String sides(String expected, String actual) {
    if (actual.isEmpty()) {
      return "is missing, expected " + excerpt(expected, 0);
    }
    if (expected.isEmpty()) {
      return "is " + excerpt(actual, 0) + ", expected none";
    }
    boolean brief = expected.length() <= SHORT && actual.length() <= SHORT;
    int from = brief ? 0 : excerptStart(expected, actual);
    return "is " + excerpt(actual, from) + ", expected " + excerpt(expected, from);
  }

  /** A little before the first character that differs. */
  private static int excerptStart(String expected, String actual) {
    int same = 0;
    int shorter = Math.min(expected.length(), actual.length());
    while (same < shorter && expected.charAt(same) == actual.charAt(same)) {
      same++;
    }
    return Math.max(0, same - BEFORE_DIFFERENCE);
  }

  private static String excerpt(String text, int from) {
    int start = Character.isLowSurrogate(charAt(text, from)) ? from - 1 : from;
    int end = Math.min(text.length(), start + SHORT);
    if (Character.isLowSurrogate(charAt(text, end))) {
      end--;
    }
    String shown = text.substring(start, end).replaceAll("\\s+", " ").strip();
    return (start > 0 ? "…" : "") + shown + (end < text.length() ? "…" : "");
  }

  private static char charAt(String text, int at) {
    return at < text.length() ? text.charAt(at) : ' ';
  }
}
