package dev.dbpreflight.model;

import java.util.List;

/**
 * An index that no constraint owns; those of constraints are part of the constraint.
 *
 * @param method "btree", "gin", …; empty in SQLite
 * @param keys in order
 * @param include columns that are carried along, in order
 * @param predicate of a partial index; empty for all rows
 * @param clustered the table was last marked to CLUSTER ON this index
 * @param valid false for what a failed concurrent build leaves behind
 * @param statistics per expression key with a target of its own, "position=target"
 */
public record Index(
    String name,
    String method,
    boolean unique,
    boolean nullsNotDistinct,
    List<Key> keys,
    List<String> include,
    SqlText predicate,
    Storage storage,
    boolean clustered,
    boolean valid,
    List<String> statistics,
    String comment)
    implements TableMember {

  /**
   * @param expression column name, or the expression in the server's words
   * @param column true when {@code expression} is the name of a column
   * @param collation empty for the column's own
   * @param operatorClass with its options; empty for the type's default
   * @param nullsFirst false in SQLite's default order too: it has its own meaning of ascending
   */
  public record Key(
      SqlText expression,
      boolean column,
      String collation,
      String operatorClass,
      boolean descending,
      boolean nullsFirst) {

    /** A column in ascending order with all defaults. */
    public static Key of(String column) {
      return new Key(SqlText.of(column), true, "", "", false, false);
    }
  }

  public Index {
    keys = List.copyOf(keys);
    include = List.copyOf(include);
    statistics = Sorted.copyOf(statistics);
  }

  @Override
  public ObjectKind kind() {
    return ObjectKind.INDEX;
  }
}
