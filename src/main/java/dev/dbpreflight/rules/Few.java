package dev.dbpreflight.rules;

import java.util.Collection;

/** Lists of names in messages: the first of them, and how many more there are. */
public final class Few {
  private static final int SHOWN = 8;

  private Few() {}

  /** "a, b and 4992 more". */
  public static String of(Collection<String> names) {
    String first = String.join(", ", names.stream().limit(SHOWN).toList());
    int rest = names.size() - SHOWN;
    return rest > 0 ? first + " and " + rest + " more" : first;
  }

  /** "1 migration", "2 migrations". */
  public static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
