package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.rules.Severity.ERROR;

import dev.dbpreflight.conditions.Backup;
import dev.dbpreflight.conditions.BackupContents;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.model.Table;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Need;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "backup-lacks-tables",
    severity = ERROR,
    needs = Need.BACKUP_FILE,
    since = "0.1.0",
    summary = "The backup does not hold a table of the target",
    why =
        """
        Restoring it brings the table back in no form. Usually the backup is of another database,
        was made before the last release, or leaves a schema out.\
        """,
    fix =
        """
        Make a backup of this database as it is now, with all its schemas.\
        """)
final class BackupLacksTables implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.moment().conditions().backup().stream()
        .filter(backup -> backup.contents().filter(BackupContents::listed).isPresent())
        .flatMap(backup -> missing(backup, evidence));
  }

  private Stream<Finding> missing(Backup backup, Evidence evidence) {
    BackupContents contents = backup.contents().orElseThrow();
    return evidence
        .tables()
        .filter(table -> !contents.tables().containsKey(table.name()))
        .map(table -> finding(table, backup));
  }

  private Finding finding(Table table, Backup backup) {
    return finding(
        ObjectRef.of(table),
        "backup \"%s\" does not hold table \"%s\"",
        backup.wish().place(),
        table.name());
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    Stream<Unseen> unlisted =
        evidence.moment().conditions().backup().flatMap(Backup::contents).stream()
            .filter(contents -> !contents.listed())
            .map(
                contents ->
                    new Unseen("the backup could not be read so far as to tell", "a whole backup"));
    return Stream.concat(unlisted, evidence.moment().unseenInBackup(Topic.BACKUP_TABLES));
  }
}
