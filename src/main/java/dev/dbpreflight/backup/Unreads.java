package dev.dbpreflight.backup;

import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.conditions.Unread;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What of a file was not looked at, in words. */
final class Unreads {
  private static final Map<Topic, String> FACTS =
      Map.of(
          Topic.BACKUP, "whether there is a backup",
          Topic.BACKUP_AGE, "when the backup was made",
          Topic.BACKUP_DAMAGE, "the whole backup",
          Topic.BACKUP_RESTORE, "whether the backup can be restored",
          Topic.BACKUP_ROWS, "how many rows the backup holds",
          Topic.BACKUP_TABLES, "which tables the backup holds");

  static final String GZIP = "verify: restore, or compress it with gzip";

  private Unreads() {}

  static Unread of(Topic topic, String reason, String remedy) {
    return new Unread(topic, FACTS.get(topic), reason, remedy);
  }

  /** Nothing in the file was looked at. */
  static List<Unread> all(String reason, String remedy) {
    return Stream.of(Topic.BACKUP_DAMAGE, Topic.BACKUP_TABLES, Topic.BACKUP_ROWS)
        .map(topic -> of(topic, reason, remedy))
        .toList();
  }

  /**
   * @param listed whether what was not read may hold tables
   */
  static List<Unread> stopped(boolean listed) {
    return Stream.of(Topic.BACKUP_DAMAGE, Topic.BACKUP_TABLES, Topic.BACKUP_ROWS)
        .filter(topic -> listed || topic != Topic.BACKUP_TABLES)
        .map(topic -> of(topic, "the time of the run was over", "a longer --timeout"))
        .toList();
  }
}
