package dev.dbpreflight.conditions;

import dev.dbpreflight.conditions.Backup.Size;
import dev.dbpreflight.model.ObjectName;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a backup holds.
 *
 * @param format "pg_dump archive (custom)", for people
 * @param damage what keeps it from being restored as a whole; empty when nothing was found
 * @param listed whether {@link #tables()} is all of them; false where the file could not be read so
 *     far
 */
public record BackupContents(
    String format, Optional<String> damage, boolean listed, SortedMap<ObjectName, Held> tables) {

  /**
   * A table in a backup.
   *
   * @param data whether its rows are part of the backup, not only its definition
   */
  public record Held(boolean data, Size size) {}

  public BackupContents {
    tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
  }

  /** Something that is no whole backup. */
  public static BackupContents damaged(String format, String damage) {
    return new BackupContents(format, Optional.of(damage), false, new TreeMap<>());
  }
}
