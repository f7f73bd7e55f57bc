package dev.dbpreflight.backup;

import dev.dbpreflight.conditions.Backup.Made;
import dev.dbpreflight.conditions.BackupContents;
import dev.dbpreflight.conditions.Unread;
import java.util.List;
import java.util.Optional;

/**
 * What was found in a file.
 *
 * @param contents empty when nothing could be looked at
 * @param unread what was not looked at, and why
 */
public record FoundBackup(
    BackupKind kind, Optional<Made> made, Optional<BackupContents> contents, List<Unread> unread) {

  public FoundBackup {
    unread = List.copyOf(unread);
  }
}
