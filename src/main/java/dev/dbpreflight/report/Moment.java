package dev.dbpreflight.report;

import dev.dbpreflight.conditions.Activity;
import dev.dbpreflight.conditions.ByteCount;
import dev.dbpreflight.conditions.Capacity;
import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.conditions.Connections;
import dev.dbpreflight.conditions.Connections.Limit;
import dev.dbpreflight.conditions.TableSize;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was true of the target when it was looked at, and may be otherwise in a minute.
 *
 * @param connections the limit that is reached first; empty where it is not known
 * @param activity who does what in the database; empty where it is not known
 * @param size of the database; empty where it is not known
 * @param touched the largest of the tables that the release touches, the largest first
 */
public record Moment(
    Optional<Limit> connections,
    Optional<Activity> activity,
    Optional<ByteCount> size,
    List<TableSize> touched) {
  /** Nobody asked. */
  public static final Moment UNKNOWN =
      new Moment(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

  private static final int TABLES = 3;

  public Moment {
    touched = List.copyOf(touched);
  }

  /**
   * What is told of the conditions that were seen.
   *
   * @param touched the tables that the release is known to touch
   */
  public static Moment of(Conditions seen, Stream<TableSize> touched) {
    Capacity capacity = seen.capacity().orElse(Capacity.NONE);
    return new Moment(
        capacity.connections().flatMap(Connections::tightest),
        seen.activity(),
        capacity.database(),
        touched
            .filter(TableSize::known)
            .sorted(
                Comparator.comparing(TableSize::bytes).reversed().thenComparing(TableSize::table))
            .limit(TABLES)
            .toList());
  }
}
