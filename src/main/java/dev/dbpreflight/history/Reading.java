package dev.dbpreflight.history;

import java.util.List;

/**
 * How to read from a bookkeeping table what its tool would call current. Columns are in lower case.
 */
public sealed interface Reading {

  /**
   * Each row is one applied migration, if it passes the conditions.
   *
   * @param revision columns that make up a revision as the tool spells it
   * @param separator between them
   * @param conditions all of them must hold for a row that counts
   * @param supersededBy the row with the greatest value of the second column is the only one that
   *     counts among those with the same value of the first; empty when every row stands for itself
   * @param newestPer the current revisions are the newest per value of this column; empty for the
   *     newest of all
   * @param order from the oldest to the newest; empty when every row is current
   */
  record Rows(
      List<String> revision,
      String separator,
      List<Condition> conditions,
      List<String> supersededBy,
      String newestPer,
      List<Order> order)
      implements Reading {

    public Rows {
      revision = List.copyOf(revision);
      conditions = List.copyOf(conditions);
      supersededBy = List.copyOf(supersededBy);
      order = List.copyOf(order);
    }

    /** Every row is current. */
    static Rows all(String revision) {
      return new Rows(List.of(revision), "", List.of(), List.of(), "", List.of());
    }

    /** The revision with the greatest value of these columns is current. */
    static Rows newest(String revision, String... order) {
      List<Order> columns = List.of(order).stream().map(Order::by).toList();
      return new Rows(List.of(revision), "", List.of(), List.of(), "", columns);
    }

    Rows where(Condition... all) {
      return new Rows(revision, separator, List.of(all), supersededBy, newestPer, order);
    }

    /** One current revision per group, spelled "group, separator, revision". */
    Rows per(String group, String groupSeparator) {
      List<String> spelled = List.of(group, revision.getFirst());
      return new Rows(spelled, groupSeparator, conditions, supersededBy, group, order);
    }

    Rows spelled(String betweenColumns, String... columns) {
      return new Rows(List.of(columns), betweenColumns, conditions, supersededBy, newestPer, order);
    }

    Rows lastPer(String same, String newestBy) {
      return new Rows(revision, separator, conditions, List.of(same, newestBy), newestPer, order);
    }
  }

  /** The log of Flyway, whose rows cancel each other: see {@link FlywayLog}. */
  record FlywayRows() implements Reading {}

  /** A JSON document that holds an object per data source, with one member per applied version. */
  record HasuraState() implements Reading {}

  /**
   * There is nothing to read: what was found belongs to the tool, but it is not the table of rows.
   */
  record Nothing() implements Reading {}

  /**
   * What must be true of a column.
   *
   * @param value of the tests that compare; empty otherwise
   */
  record Condition(String column, Test test, String value) {

    /** How the column is looked at. */
    public enum Test {
      IS_TRUE,
      IS_FALSE,
      IS_NULL,
      IS_NOT_NULL,
      IS_POSITIVE,
      IS_TEXT,
      IS_NOT_TEXT
    }

    static Condition of(String column, Test test) {
      return new Condition(column, test, "");
    }
  }

  /**
   * One step of an order.
   *
   * @param asNumber the column is text that holds digits: compare by length first
   */
  record Order(String column, boolean asNumber) {

    /** A name that starts with "#" is of a text column that holds numbers. */
    static Order by(String column) {
      boolean number = column.startsWith("#");
      return new Order(number ? column.substring(1) : column, number);
    }
  }
}
