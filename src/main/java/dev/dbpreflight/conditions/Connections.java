package dev.dbpreflight.conditions;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How many more sessions the role that looks could open. Its own session is not counted: it has
 * ended when the migration begins.
 *
 * @param limits those that hold for the role; for a superuser the server's alone
 * @param pooled a pooler stands between the client and the server, proven by the server's process
 *     not being the one that the client was told of
 */
public record Connections(List<Limit> limits, boolean pooled) {

  public Connections {
    limits = List.copyOf(limits);
  }

  /** Whose limit it is. */
  public enum Scope {
    SERVER,
    DATABASE,
    ROLE
  }

  /**
   * One limit.
   *
   * @param name of the database or role; empty for the server
   * @param used sessions of clients that are certain to count; sessions of other roles may be more
   *     than this role can see
   * @param most how many there can be, without what is reserved for others
   */
  public record Limit(Scope scope, String name, long used, long most) {

    public long left() {
      return Math.max(0, most - used);
    }

    /** From 0 to 1 and more; a limit of nothing is used up. */
    public double share() {
      return most <= 0 ? 1 : (double) used / most;
    }
  }

  /** The limit that is reached first; empty when nothing is known. */
  public Optional<Limit> tightest() {
    return limits.stream()
        .max(
            Comparator.comparingDouble(Limit::share)
                .thenComparing(Limit::left, Comparator.reverseOrder()));
  }
}
