package dev.dbpreflight.conditions;

import java.util.Locale;

/** How a table is locked, weakest first, as the manual of PostgreSQL names the modes. */
public enum LockMode {
  ACCESS_SHARE,
  ROW_SHARE,
  ROW_EXCLUSIVE,
  SHARE_UPDATE_EXCLUSIVE,
  SHARE,
  SHARE_ROW_EXCLUSIVE,
  EXCLUSIVE,
  ACCESS_EXCLUSIVE;

  /**
   * @param spelled as the server's list of locks has it: "AccessShareLock"
   */
  public static LockMode parse(String spelled) {
    String words = spelled.replaceAll("Lock$", "").replaceAll("(?<=.)(?=[A-Z])", "_");
    return valueOf(words.toUpperCase(Locale.ROOT));
  }

  /** The stronger of two. */
  public LockMode or(LockMode other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** As a statement spells it: "ACCESS SHARE". */
  @Override
  public String toString() {
    return name().replace('_', ' ');
  }
}
