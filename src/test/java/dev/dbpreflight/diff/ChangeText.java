package dev.dbpreflight.diff;

import dev.dbpreflight.diff.Change.ObjectMissing;
import dev.dbpreflight.diff.Change.ObjectUnexpected;
import dev.dbpreflight.diff.Change.PropertyDiffers;
import dev.dbpreflight.diff.Change.PropertyUnclear;

/** A change as one line, for tests to compare. */
public final class ChangeText {

  private ChangeText() {}

  /** For example {@code column "public.users.email": type is text, expected integer}. */
  public static String sentence(Change change) {
    return switch (change) {
      case ObjectMissing missing -> missing.object() + " is missing";
      case ObjectUnexpected unexpected -> unexpected.object() + " is not expected";
      case PropertyDiffers differs ->
          differs(differs, Excerpt.of(differs.expected(), differs.actual()));
      case PropertyUnclear unclear ->
          differs(unclear, Excerpt.of(unclear.expected(), unclear.actual()))
              + " (unclear: "
              + unclear.reason()
              + ")";
    };
  }

  private static String differs(Change change, Excerpt values) {
    return "%s: %s is %s, expected %s"
        .formatted(change.object(), change.property(), values.actual(), values.expected());
  }
}
