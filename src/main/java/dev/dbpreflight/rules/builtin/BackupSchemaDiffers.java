package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.rules.Severity.WARNING;

import dev.dbpreflight.conditions.Backup;
import dev.dbpreflight.conditions.RestoredBackup;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.diff.Change;
import dev.dbpreflight.diff.Change.ObjectMissing;
import dev.dbpreflight.diff.Change.ObjectUnexpected;
import dev.dbpreflight.diff.Change.PropertyDiffers;
import dev.dbpreflight.diff.Change.PropertyUnclear;
import dev.dbpreflight.diff.Excerpt;
import dev.dbpreflight.diff.SchemaDiff;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Need;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.Set;
import java.util.stream.Stream;

@RuleInfo(
    id = "backup-schema-differs",
    severity = WARNING,
    needs = Need.BACKUP_RESTORE,
    since = "0.1.0",
    summary = "The restored backup has another schema than the target",
    why =
        """
        After a restore the application meets another schema than now. Usually the backup was made
        before the last release, or of another database.\
        """,
    fix =
        """
        Make a backup of this database as it is now. If an older schema is fine, waive the finding.\
        """)
final class BackupSchemaDiffers implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence
        .moment()
        .conditions()
        .backup()
        .flatMap(Backup::restored)
        .flatMap(RestoredBackup::schema)
        .stream()
        .filter(restored -> restored.engine() == evidence.live().engine())
        .flatMap(restored -> differences(evidence.live(), restored));
  }

  private Stream<Finding> differences(SchemaModel live, SchemaModel restored) {
    return new SchemaDiff(Set.of()).compare(live, restored).stream().flatMap(this::finding);
  }

  private Stream<Finding> finding(Change change) {
    return switch (change) {
      case ObjectMissing missing ->
          Stream.of(finding(missing.object(), "the restored backup lacks %s", missing.object()));
      case ObjectUnexpected more ->
          Stream.of(
              finding(
                  more.object(), "the restored backup has %s, the target does not", more.object()));
      case PropertyDiffers differs -> {
        Excerpt values = Excerpt.of(differs.expected(), differs.actual());
        yield Stream.of(
            finding(
                    differs.object(),
                    "%s: %s is %s in the restored backup, %s in the target",
                    differs.object(),
                    differs.property(),
                    values.actual(),
                    values.expected())
                .withDetail(differs.property()));
      }
      // The two servers may print the same in two ways: no reason to doubt the backup.
      case PropertyUnclear unclear -> Stream.empty();
    };
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    Stream<Unseen> failed =
        evidence.moment().conditions().backup().flatMap(Backup::restored).stream()
            .filter(restored -> restored.schema().isEmpty())
            .map(restored -> new Unseen("the backup was not restored", "a backup that can be"));
    return Stream.concat(failed, evidence.moment().unseenInBackup(Topic.BACKUP_RESTORE));
  }
}
