package dev.dbpreflight.conditions;

import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.SchemaModel;
import java.util.Map;
import java.util.Optional;

/**
 * What came out of restoring a backup into a scratch database.
 *
 * @param failure the first thing that went wrong; empty when it was restored as a whole
 * @param schema the users' objects that are there afterwards; empty when nothing could be read
 * @param rows counted after the restore
 */
public record RestoredBackup(
    Optional<String> failure, Optional<SchemaModel> schema, Map<ObjectName, Long> rows) {

  public RestoredBackup {
    rows = Map.copyOf(rows);
  }

  public static RestoredBackup failed(String why) {
    return new RestoredBackup(Optional.of(why), Optional.empty(), Map.of());
  }
}
