package dev.dbpreflight.rules.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.conditions.Backup;
import dev.dbpreflight.conditions.Backup.Made;
import dev.dbpreflight.conditions.Backup.Size;
import dev.dbpreflight.conditions.Backup.Wish;
import dev.dbpreflight.conditions.BackupContents;
import dev.dbpreflight.conditions.BackupContents.Held;
import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.conditions.RestoredBackup;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.conditions.Unread;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.rules.Judgement;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleEngine;
import dev.dbpreflight.rules.RuleResult;
import dev.dbpreflight.support.EvidenceBuilder;
import dev.dbpreflight.support.SchemaBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BackupRulesTest {
  private static final Instant NOW = Instant.parse("2027-01-31T12:00:00Z");
  private static final ObjectName ODD = new ObjectName("We ird", "a\"b\n.c%s");
  private static final ObjectName SHOPS = new ObjectName("public", "shops");

  private static Backup named(Duration maxAge, boolean file, boolean restore) {
    return Backup.of(new Wish("shop.dump", NOW, Optional.ofNullable(maxAge), file, restore));
  }

  private static Backup inFile() {
    return named(Duration.ofHours(24), true, true);
  }

  private static BackupContents whole(Map<ObjectName, Held> tables) {
    return new BackupContents("archive", Optional.empty(), true, new TreeMap<>(tables));
  }

  private static Held rows(long rows) {
    return new Held(true, new Size(OptionalLong.of(rows), true, OptionalLong.of(100 * rows)));
  }

  private static SchemaBuilder schema(ObjectName... tables) {
    SchemaBuilder schema = SchemaBuilder.postgres(18);
    for (ObjectName table : tables) {
      schema.table(table.schema() + "." + table.name(), built -> {});
    }
    return schema;
  }

  private static EvidenceBuilder on(SchemaBuilder live, Backup backup) {
    return EvidenceBuilder.live(live).conditions(Conditions.NONE.with(backup));
  }

  private static List<String> ids(EvidenceBuilder evidence) {
    Judgement judgement =
        new RuleEngine(BuiltinRules.ALL, evidence.profile()).judge(evidence.build());
    return judgement.results().stream()
        .map(RuleResult::id)
        .filter(id -> id.startsWith("backup-"))
        .toList();
  }

  @Test
  void whereNoBackupIsNamedThereIsNothingToPass() {
    assertThat(ids(EvidenceBuilder.fresh())).isEmpty();
  }

  @Test
  void onlyWhatTheUserAskedForIsJudged() {
    assertThat(ids(on(schema(), named(null, true, false))))
        .containsExactly(
            "backup-damaged", "backup-lacks-rows", "backup-lacks-tables", "backup-missing");
    assertThat(ids(on(schema(), named(Duration.ofHours(1), false, false))))
        .containsExactly("backup-missing", "backup-too-old");
    assertThat(ids(on(schema(), inFile()))).hasSize(7);
  }

  @Test
  void aMissingBackupIsFoundAndNothingElsePasses() {
    EvidenceBuilder evidence = on(schema(), inFile().withAbsence("there is no file \"%s\""));

    assertThat(evidence.findings(new BackupMissing())).containsExactly("there is no file \"%s\"");
    for (Rule rule :
        List.of(
            new BackupTooOld(),
            new BackupDamaged(),
            new BackupLacksTables(),
            new BackupLacksRows(),
            new BackupNotRestorable(),
            new BackupSchemaDiffers())) {
      assertThat(evidence.findings(rule)).as(rule.info().id()).isEmpty();
      assertThat(evidence.unseen(rule)).containsExactly("there is no backup to look into");
    }
  }

  @Test
  void aBackupMayBeAsOldAsWasSaid() {
    Rule rule = new BackupTooOld();
    Made justInTime = new Made(NOW.minus(Duration.ofHours(24)), "its header");
    Made late = new Made(NOW.minus(Duration.ofHours(24)).minusMillis(1), "its header");
    Made ahead = new Made(NOW.plus(Duration.ofHours(5)), "its header");

    assertThat(on(schema(), inFile().withMade(justInTime)).findings(rule)).isEmpty();
    assertThat(on(schema(), inFile().withMade(ahead)).findings(rule)).isEmpty();
    assertThat(on(schema(), inFile().withMade(late)).findings(rule))
        .containsExactly("backup \"shop.dump\" is 24 h old by its header, at most 24 h is allowed");
  }

  @Test
  void damageIsToldInItsOwnWords() {
    BackupContents cut = BackupContents.damaged("archive", "it ends in the middle of \"a%d\"");

    assertThat(on(schema(), inFile().withContents(cut)).findings(new BackupDamaged()))
        .containsExactly("backup \"shop.dump\" is damaged: it ends in the middle of \"a%d\"");
    assertThat(on(schema(), inFile().withContents(whole(Map.of()))).findings(new BackupDamaged()))
        .isEmpty();
  }

  @Test
  void whatWasNotReadIsNotChecked() {
    Conditions unread =
        Conditions.NONE
            .with(inFile())
            .withUnread(new Unread(Topic.BACKUP_DAMAGE, "the whole backup", "zstd", "gzip"));

    assertThat(EvidenceBuilder.fresh().conditions(unread).unseen(new BackupDamaged()))
        .containsExactly("the whole backup was not read: zstd");
  }

  @Test
  void tablesThatTheBackupDoesNotHoldAreNamed() {
    EvidenceBuilder evidence =
        on(schema(SHOPS, ODD), inFile().withContents(whole(Map.of(SHOPS, rows(1)))));

    assertThat(evidence.findings(new BackupLacksTables()))
        .containsExactly("backup \"shop.dump\" does not hold table \"We ird.a\"b\n.c%s\"");
  }

  @Test
  void aBackupThatCouldNotBeReadTellsNothingAboutTables() {
    EvidenceBuilder evidence =
        on(schema(SHOPS), inFile().withContents(BackupContents.damaged("archive", "cut off")));

    assertThat(evidence.findings(new BackupLacksTables())).isEmpty();
    assertThat(evidence.unseen(new BackupLacksTables()))
        .containsExactly("the backup could not be read so far as to tell");
  }

  private static List<String> lacking(Held held, Size target) {
    return on(
            schema(SHOPS),
            inFile().withContents(whole(Map.of(SHOPS, held))).withTarget(Map.of(SHOPS, target)))
        .findings(new BackupLacksRows());
  }

  private static Size about(long rows) {
    return new Size(OptionalLong.of(rows), false, OptionalLong.empty());
  }

  @Test
  void farFewerRowsThanTheTargetAreFound() {
    assertThat(lacking(rows(499), about(1000)))
        .containsExactly(
            "backup \"shop.dump\" holds 499 rows of table \"public.shops\","
                + " the target has about 1000");
    assertThat(lacking(rows(500), about(1000))).isEmpty();
    assertThat(lacking(rows(0), about(99))).isEmpty();
    assertThat(lacking(rows(5), Size.counted(100))).singleElement().asString().endsWith("has 100");
    assertThat(lacking(rows(0), Size.UNKNOWN)).isEmpty();
  }

  @Test
  void aDefinitionWithoutItsDataHoldsNoRows() {
    assertThat(lacking(new Held(false, Size.UNKNOWN), about(1000)))
        .singleElement()
        .asString()
        .contains("holds 0 rows");
  }

  @Test
  void whereRowsAreNotKnownBytesAreCompared() {
    Held small = new Held(true, new Size(OptionalLong.empty(), false, OptionalLong.of(1000)));
    Size large = new Size(OptionalLong.empty(), false, OptionalLong.of(100_000_000));

    assertThat(lacking(small, large))
        .containsExactly(
            "backup \"shop.dump\" holds 1000 bytes of table \"public.shops\","
                + " the target has about 100000000");
  }

  @Test
  void aRestoreThatFailedIsFoundAndItsSchemaIsNotChecked() {
    EvidenceBuilder evidence =
        on(schema(SHOPS), inFile().withRestored(RestoredBackup.failed("role \"a%s\" is missing")));

    assertThat(evidence.findings(new BackupNotRestorable()))
        .containsExactly("cannot restore backup \"shop.dump\": role \"a%s\" is missing");
    assertThat(evidence.findings(new BackupSchemaDiffers())).isEmpty();
    assertThat(evidence.unseen(new BackupSchemaDiffers()))
        .containsExactly("the backup was not restored");
  }

  @Test
  void aRestoredSchemaIsHeldAgainstTheTarget() {
    RestoredBackup restored =
        new RestoredBackup(Optional.empty(), Optional.of(schema(ODD).build()), Map.of());
    EvidenceBuilder evidence = on(schema(SHOPS), inFile().withRestored(restored));

    assertThat(evidence.findings(new BackupNotRestorable())).isEmpty();
    assertThat(evidence.findings(new BackupSchemaDiffers()))
        .containsExactlyInAnyOrder(
            "the restored backup lacks table \"public.shops\"",
            "the restored backup has table \"We ird.a\"b\n.c%s\", the target does not");
  }
}
