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
import java.time.Duration;
import java.util.stream.Stream;

@RuleInfo(
    id = "backup-too-old",
    severity = ERROR,
    needs = Need.BACKUP_AGE,
    since = "0.1.0",
    summary = "The backup is older than the check file allows",
    why =
        """
        If the deployment has to be undone, everything that was written since the backup is lost.
        Usually the job that makes backups has stopped.\
        """,
    fix =
        """
        Make a backup now and find out why the last one was not made. If the age is fine, raise
        "max-age" in the check file.\
        """)
final class BackupTooOld implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.moment().conditions().backup().stream()
        .filter(backup -> backup.age().isPresent())
        .filter(backup -> isOver(backup.age().get(), backup.wish().maxAge().orElseThrow()))
        .map(this::finding);
  }

  private static boolean isOver(Duration age, Duration maxAge) {
    return age.compareTo(maxAge) > 0;
  }

  private Finding finding(Backup backup) {
    return finding(
        ObjectRef.database(),
        "backup \"%s\" is %s old by %s, at most %s is allowed",
        backup.wish().place(),
        spoken(backup.age().orElseThrow()),
        backup.made().orElseThrow().source(),
        spoken(backup.wish().maxAge().orElseThrow()));
  }

  /** As somebody says an age, the smaller half of it left out: "3 days", "26 h", "15 min". */
  private static String spoken(Duration age) {
    if (age.toDays() >= 3) {
      return age.toDays() + " days";
    }
    if (age.toHours() >= 3) {
      return age.toHours() + " h";
    }
    return age.toMinutes() >= 1 ? age.toMinutes() + " min" : age.toSeconds() + " s";
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.moment().unseenInBackup(Topic.BACKUP_AGE);
  }
}
