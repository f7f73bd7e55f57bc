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
    id = "backup-damaged",
    severity = ERROR,
    needs = Need.BACKUP_FILE,
    since = "0.1.0",
    summary = "The backup is cut off, spoiled or no backup at all",
    why =
        """
        It cannot be restored as a whole. Usually the disk was full, the copy was broken off, or the
        program that made it was stopped.\
        """,
    fix =
        """
        Make a new backup and look at the exit code of the program that makes it. Keep the older
        one until the new one passes.\
        """)
final class BackupDamaged implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.moment().conditions().backup().stream().flatMap(this::damage);
  }

  private Stream<Finding> damage(Backup backup) {
    return backup.contents().flatMap(contents -> contents.damage()).stream()
        .map(
            damage ->
                finding(
                    ObjectRef.database(),
                    "backup \"%s\" is damaged: %s",
                    backup.wish().place(),
                    damage));
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.moment().unseenInBackup(Topic.BACKUP_DAMAGE);
  }
}
