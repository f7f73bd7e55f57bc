package dev.dbpreflight.history;

import dev.dbpreflight.history.HistoryTable.Sheet;
import dev.dbpreflight.model.ObjectName;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The locks that other sessions hold at this moment. Who holds a tool's advisory lock, or has
 * written to its tables and not committed, is migrating.
 *
 * @param database the name by which some tools compute the key of their lock
 */
public record HeldLocks(List<HeldLock> locks, String database) {
  private static final String OF_VACUUM = "ShareUpdateExclusiveLock";

  public HeldLocks {
    locks = List.copyOf(locks);
  }

  /** One lock per session that is migrating with this tool. */
  public List<MigrationLock> on(HistoryTable table) {
    Set<Long> keys = AdvisoryKeys.of(table.tool(), table.table(), database);
    Set<ObjectName> tables = tables(table);
    Map<Integer, HeldLock> sessions = new LinkedHashMap<>();
    for (HeldLock lock : locks) {
      boolean migrates =
          lock.table() == null
              ? keys.contains(lock.key())
              : tables.contains(lock.table()) && tells(lock, table.tool());
      if (migrates && lock.granted()) {
        sessions.putIfAbsent(lock.pid(), lock);
      }
    }
    return sessions.values().stream().map(HeldLock::asMigrationLock).toList();
  }

  /** Why its tables cannot be read now without waiting; empty when they can. */
  public Optional<String> blocking(HistoryTable table) {
    Set<ObjectName> tables = tables(table);
    return locks.stream()
        .filter(lock -> lock.keepsReadersOut() && tables.contains(lock.table()))
        .findFirst()
        .map(lock -> "table \"" + lock.table() + "\" is locked: " + lock.spoken());
  }

  /** ANALYZE and VACUUM take the same lock as Ecto. */
  private static boolean tells(HeldLock lock, MigrationTool tool) {
    return !lock.mode().equals(OF_VACUUM) || tool == MigrationTool.ECTO;
  }

  private static Set<ObjectName> tables(HistoryTable history) {
    Set<ObjectName> tables = new HashSet<>();
    history.sheets().stream().map(Sheet::table).forEach(tables::add);
    return tables;
  }
}
