package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.rules.Severity.WARNING;

import dev.dbpreflight.conditions.Backup;
import dev.dbpreflight.conditions.Backup.Size;
import dev.dbpreflight.conditions.BackupContents.Held;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.model.Table;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Need;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

@RuleInfo(
    id = "backup-lacks-rows",
    severity = WARNING,
    needs = Need.BACKUP_FILE,
    since = "0.1.0",
    summary = "The backup holds far less of a table than the target does",
    why =
        """
        Restoring it brings back only a part of the data. Usually the backup is of another
        environment, was made before a large import, or leaves data out.\
        """,
    fix =
        """
        Make a backup of this database with the data of all tables. If the table is left out on
        purpose, waive the finding.\
        """,
    parameters = {
      @RuleInfo.Parameter(
          name = "min-share",
          standard = 0.5,
          min = 0,
          max = 1,
          meaning = "share of the target's rows that the backup has to hold"),
      @RuleInfo.Parameter(
          name = "min-rows",
          standard = 100,
          min = 1,
          max = 1e12,
          whole = true,
          meaning = "tables with fewer rows in the target are not compared"),
      @RuleInfo.Parameter(
          name = "min-byte-share",
          standard = 0.01,
          min = 0,
          max = 1,
          meaning = "the same in bytes, where rows are not known"),
      @RuleInfo.Parameter(
          name = "min-bytes",
          standard = 8_388_608,
          min = 1,
          max = 1e15,
          whole = true,
          meaning = "tables with fewer bytes in the target are not compared by bytes")
    })
final class BackupLacksRows implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.moment().conditions().backup().stream()
        .filter(backup -> backup.contents().isPresent())
        .filter(backup -> backup.contents().get().damage().isEmpty())
        .flatMap(
            backup ->
                evidence.tables().flatMap(table -> finding(table, backup, evidence).stream()));
  }

  private Optional<Finding> finding(Table table, Backup backup, Evidence evidence) {
    Held held = backup.contents().orElseThrow().tables().get(table.name());
    Size target = backup.target().getOrDefault(table.name(), Size.UNKNOWN);
    if (held == null || isHeldByParent(table, backup)) {
      return Optional.empty();
    }
    OptionalLong rows = held.data() ? held.size().rows() : OptionalLong.of(0);
    if (rows.isPresent() && target.rows().isPresent()) {
      return isFarLess(rows, target.rows(), "min-share", "min-rows", evidence)
          ? Optional.of(rows(table.name(), backup, rows.getAsLong(), target))
          : Optional.empty();
    }
    return isFarLess(held.size().bytes(), target.bytes(), "min-byte-share", "min-bytes", evidence)
        ? Optional.of(bytes(table.name(), backup, held, target))
        : Optional.empty();
  }

  /** A dump may keep the rows of all partitions under the name of the partitioned table. */
  private static boolean isHeldByParent(Table table, Backup backup) {
    return table.isPartition()
        && table.inheritance().parents().stream()
            .map(parent -> backup.contents().orElseThrow().tables().get(parent))
            .anyMatch(parent -> parent != null && parent.data());
  }

  private boolean isFarLess(
      OptionalLong held, OptionalLong target, String share, String least, Evidence evidence) {
    return held.isPresent()
        && target.isPresent()
        && target.getAsLong() >= evidence.parameter(this, least)
        && held.getAsLong() < target.getAsLong() * evidence.parameter(this, share);
  }

  private Finding rows(ObjectName table, Backup backup, long rows, Size target) {
    return finding(
        ObjectRef.of(ObjectKind.TABLE, table),
        "backup \"%s\" holds %d rows of table \"%s\", the target has %s%d",
        backup.wish().place(),
        rows,
        table,
        target.exact() ? "" : "about ",
        target.rows().orElseThrow());
  }

  private Finding bytes(ObjectName table, Backup backup, Held held, Size target) {
    return finding(
        ObjectRef.of(ObjectKind.TABLE, table),
        "backup \"%s\" holds %d bytes of table \"%s\", the target has about %d",
        backup.wish().place(),
        held.size().bytes().orElseThrow(),
        table,
        target.bytes().orElseThrow());
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    Stream<Unseen> damaged =
        evidence.moment().conditions().backup().flatMap(Backup::contents).stream()
            .filter(contents -> contents.damage().isPresent())
            .map(contents -> new Unseen("the backup is damaged", "a whole backup"));
    return Stream.concat(damaged, evidence.moment().unseenInBackup(Topic.BACKUP_ROWS));
  }
}
