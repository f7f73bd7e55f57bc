package dev.dbpreflight.backup;

import dev.dbpreflight.conditions.Backup.Size;
import dev.dbpreflight.conditions.BackupContents.Held;
import dev.dbpreflight.model.ObjectName;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up what a backup holds of each table. */
final class TableTally {
  private final Map<ObjectName, Count> tables = new HashMap<>();

  private static final class Count {
    private boolean data;
    private boolean counted;
    private long rows;
    private long bytes;

    private Held held() {
      return new Held(
          data,
          new Size(
              counted ? OptionalLong.of(rows) : OptionalLong.empty(),
              counted,
              data ? OptionalLong.of(bytes) : OptionalLong.empty()));
    }
  }

  /** The definition of a table is there. */
  void defined(ObjectName table) {
    tables.computeIfAbsent(table, unknown -> new Count());
  }

  /** Its data is there, of so many bytes; nobody counted the rows. */
  void data(ObjectName table, long bytes) {
    Count count = tables.computeIfAbsent(table, unknown -> new Count());
    count.data = true;
    count.bytes += bytes;
  }

  /** Rows of it are there. */
  void rows(ObjectName table, long rows, long bytes) {
    data(table, bytes);
    Count count = tables.get(table);
    count.counted = true;
    count.rows += rows;
  }

  SortedMap<ObjectName, Held> all() {
    SortedMap<ObjectName, Held> all = new TreeMap<>();
    tables.forEach((table, count) -> all.put(table, count.held()));
    return all;
  }
}
