package dev.dbpreflight.diff;

import dev.dbpreflight.diff.Change.PropertyDiffers;
import dev.dbpreflight.model.Column;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.ObjectRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Compares where columns stand among those that both sides have, so that a column which only one
 * side has does not move all the others.
 */
final class ColumnOrder {

  private ColumnOrder() {}

  static void compare(
      ObjectName owner,
      List<Column> expected,
      List<Column> actual,
      Dialect dialect,
      Consumer<Change> changes) {
    Map<String, Integer> there = ranks(actual, ranks(expected, null, dialect), dialect);
    Map<String, Integer> wanted = ranks(expected, there, dialect);
    for (Column column : expected) {
      String key = dialect.nameKey(column.name());
      Integer rank = there.get(key);
      if (rank != null && !rank.equals(wanted.get(key))) {
        changes.accept(
            new PropertyDiffers(
                ObjectRef.of(owner, column), "position", wanted.get(key) + "", rank + ""));
      }
    }
  }

  private static Map<String, Integer> ranks(
      List<Column> columns, Map<String, Integer> common, Dialect dialect) {
    Map<String, Integer> ranks = new HashMap<>();
    for (Column column : columns) {
      String key = dialect.nameKey(column.name());
      if (common == null || common.containsKey(key)) {
        ranks.put(key, ranks.size() + 1);
      }
    }
    return ranks;
  }
}
