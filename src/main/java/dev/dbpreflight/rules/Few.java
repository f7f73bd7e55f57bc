package dev.dbpreflight.rules;

import java.util.Collection;

/** Lists of names in messages: the first of them, and how many more there are. */
public final class Few {
  private static final int SHOWN = 8;
  private static final long THOUSAND = 1_000;
  private static final long MILLION = 1_000_000;

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

  /** "999999", "1.5 million", "48 million", "2 billion": for estimates. */
  public static String about(long number) {
    if (number < MILLION) {
      return Long.toString(number);
    }
    long unit = number < THOUSAND * MILLION ? MILLION : THOUSAND * MILLION;
    long tenths = number / (unit / 10);
    String fraction = tenths >= 100 || tenths % 10 == 0 ? "" : "." + tenths % 10;
    return tenths / 10 + fraction + (unit == MILLION ? " million" : " billion");
  }
}
