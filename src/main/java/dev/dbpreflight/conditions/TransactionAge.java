package dev.dbpreflight.conditions;

/**
 * How old the oldest unfrozen transaction ID and multixact ID of a database are, counted in IDs. At
 * {@link #LIMIT} no more can be given, in no database of the server.
 */
public record TransactionAge(String database, long ids, long multixacts) {
  public static final long LIMIT = 1L << 31;

  public long oldest() {
    return Math.max(ids, multixacts);
  }

  /** From 0 to 1. */
  public double share() {
    return (double) oldest() / LIMIT;
  }
}
