package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.rules.Severity.ERROR;

import dev.dbpreflight.conditions.Backup;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Need;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "backup-not-restorable",
    severity = ERROR,
    needs = Need.BACKUP_RESTORE,
    since = "0.1.0",
    summary = "Restoring the backup into a scratch database failed",
    why =
        """
        On the day when it is needed it would fail in the same way. Usually a role, an extension or
        a collation is missing on the server, or the file is spoiled.\
        """,
    fix =
        """
        Restore it by hand into an empty database, mend what the message names, and check again.\
        """)
final class BackupNotRestorable implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.moment().conditions().backup().stream().flatMap(this::failure);
  }

  private Stream<Finding> failure(Backup backup) {
    return backup.restored().flatMap(restored -> restored.failure()).stream()
        .map(
            failure ->
                finding(
                    ObjectRef.database(),
                    "cannot restore backup \"%s\": %s",
                    backup.wish().place(),
                    failure));
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.moment().unseenInBackup(Topic.BACKUP_RESTORE);
  }
}
