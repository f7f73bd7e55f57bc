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
    id = "backup-missing",
    severity = ERROR,
    needs = Need.BACKUP,
    since = "0.1.0",
    summary = "The backup that the check file names is not there",
    why =
        """
        Whatever the deployment drops or spoils is lost: there is no way back to the data of before.\
        """,
    fix =
        """
        Make a backup, then check again. If there is one elsewhere, correct "backup" in the check
        file.\
        """)
final class BackupMissing implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.moment().conditions().backup().flatMap(Backup::absence).stream()
        .map(absence -> finding(ObjectRef.database(), "%s", absence));
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.moment().unseen(Topic.BACKUP);
  }
}
