package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.history.MigrationTool.ALEMBIC;
import static dev.dbpreflight.history.MigrationTool.DJANGO;
import static dev.dbpreflight.history.MigrationTool.FLYWAY;
import static dev.dbpreflight.history.MigrationTool.GOLANG_MIGRATE;
import static dev.dbpreflight.history.MigrationTool.KNEX;
import static dev.dbpreflight.history.MigrationTool.PRISMA;
import static dev.dbpreflight.history.MigrationTool.RAILS;
import static dev.dbpreflight.history.MigrationTool.SUPABASE_AUTH;
import static dev.dbpreflight.history.MigrationTool.TYPEORM;
import static dev.dbpreflight.support.MigrationSamples.file;
import static dev.dbpreflight.support.MigrationSamples.files;
import static dev.dbpreflight.support.MigrationSamples.history;
import static dev.dbpreflight.support.MigrationSamples.locked;
import static dev.dbpreflight.support.MigrationSamples.troubled;
import static dev.dbpreflight.support.SchemaBuilder.sqlite;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.history.History;
import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationLock;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import dev.dbpreflight.history.Migrations.Unread;
import dev.dbpreflight.history.Trouble;
import dev.dbpreflight.support.EvidenceBuilder;
import dev.dbpreflight.support.MigrationSamples;
import dev.dbpreflight.support.SchemaBuilder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rules about migration files by themselves, and about histories by themselves. */
class MigrationRulesTest {
  private static final MigrationLock ROW =
      new MigrationLock(MigrationLock.Kind.ROW, "host web1", 0, Optional.empty());
  private static final MigrationLock SESSION =
      new MigrationLock(MigrationLock.Kind.SESSION, "user \"deploy\"", 7, Optional.empty());

  private static EvidenceBuilder of(MigrationTool tool, MigrationFile... all) {
    return EvidenceBuilder.fresh().migrations(files(tool, all));
  }

  private static MigrationFile after(String id, String... parents) {
    return file(id).following(List.of(parents));
  }

  @Test
  void headsThatBranchOffOneMigrationAreUnmerged() {
    MigrationHeadsUnmerged rule = new MigrationHeadsUnmerged();
    assertThat(of(ALEMBIC, file("a"), after("b", "a"), after("c", "a")).findings(rule))
        .containsExactly("the files in \"migrations\" end in 2 heads: b, c");
    assertThat(
            of(ALEMBIC, file("a"), after("b", "a"), after("c", "a"), after("d", "b", "c"))
                .findings(rule))
        .isEmpty();
    assertThat(of(RAILS, file("1"), file("2")).findings(rule)).isEmpty();
  }

  @Test
  void headsThatWereMeantAreFine() {
    MigrationHeadsUnmerged rule = new MigrationHeadsUnmerged();
    assertThat(of(ALEMBIC, file("a"), after("b", "a"), file("x"), after("y", "x")).findings(rule))
        .as("two bases")
        .isEmpty();
    assertThat(
            of(ALEMBIC, file("a"), after("b", "a"), after("c", "a").labelled(List.of("reports")))
                .findings(rule))
        .as("a branch with a name")
        .isEmpty();
    assertThat(
            of(ALEMBIC, file("a"), after("b", "a"), after("c", "a"))
                .alembic("b", "c")
                .findings(rule))
        .as("the database is at both")
        .isEmpty();
  }

  @Test
  void everyApplicationOfDjangoHasItsHead() {
    MigrationHeadsUnmerged rule = new MigrationHeadsUnmerged();
    assertThat(of(DJANGO, file("a.1"), file("b.1")).findings(rule)).isEmpty();
    assertThat(of(DJANGO, file("a.1"), after("a.2", "a.1"), after("a.3", "a.1")).findings(rule))
        .containsExactly("the files in \"migrations\" end in 2 heads: a.2, a.3");
  }

  @Test
  void aMissingParentIsNamed() {
    assertThat(of(ALEMBIC, file("a"), after("c", "b")).findings(new MigrationParentMissing()))
        .containsExactly("\"c.sql\" follows b, which no file is");
    assertThat(of(ALEMBIC, file("a"), after("b", "a")).findings(new MigrationParentMissing()))
        .isEmpty();
  }

  @Test
  void aCycleIsNamed() {
    assertThat(of(ALEMBIC, after("a", "b"), after("b", "a")).findings(new MigrationCycle()))
        .containsExactly("2 migrations follow each other in a circle: a, b");
    assertThat(of(ALEMBIC, after("a", "a")).findings(new MigrationCycle()))
        .containsExactly("a migration follows itself in a circle: a");
    assertThat(of(ALEMBIC, file("a"), after("b", "a")).findings(new MigrationCycle())).isEmpty();
  }

  @Test
  void twoFilesOfOneVersionAreNamed() {
    MigrationFile other = MigrationFile.versioned("1", "other.sql");
    assertThat(of(FLYWAY, file("1"), other).findings(new MigrationVersionDuplicated()))
        .containsExactly("1 is the version of \"1.sql\":1 and \"other.sql\":1");
    assertThat(of(FLYWAY, file("1"), file("2")).findings(new MigrationVersionDuplicated()))
        .isEmpty();
  }

  @Test
  void aFileThatIsNotUnderstoodIsNamed() {
    MigrationFileUnread rule = new MigrationFileUnread();
    Migrations bad =
        new Migrations(
            RAILS,
            "migrations",
            List.of(file("1")),
            List.of(new Unread("2.rb", 0, "is not valid UTF-8"), new Unread("3.rb", 4, "ends")));
    assertThat(EvidenceBuilder.fresh().migrations(bad).findings(rule))
        .containsExactly("\"2.rb\" is not valid UTF-8", "\"3.rb:4\" ends");
    assertThat(of(RAILS, file("1")).findings(rule)).isEmpty();
  }

  private static Trouble trouble(Trouble.Kind kind) {
    return new Trouble(kind, "2", kind == Trouble.Kind.FAILED ? "syntax error" : "");
  }

  @Test
  void whatFailedIsTold() {
    FailedMigrationUnresolved rule = new FailedMigrationUnresolved();
    History failed = troubled(PRISMA, trouble(Trouble.Kind.FAILED), "1");
    History dirty = troubled(GOLANG_MIGRATE, trouble(Trouble.Kind.DIRTY));
    assertThat(EvidenceBuilder.fresh().history(failed).findings(rule))
        .containsExactly("\"public.history_of_prisma\" says that 2 failed: syntax error");
    assertThat(EvidenceBuilder.fresh().history(dirty).findings(rule))
        .containsExactly(
            "\"public.history_of_golang_migrate\" says that 2 was begun and is marked as dirty");
    assertThat(EvidenceBuilder.fresh().history(history(PRISMA, "1")).findings(rule)).isEmpty();
    assertThat(EvidenceBuilder.fresh().unreadableHistory().unseen(rule))
        .containsExactly("permission denied for table alembic_version");
  }

  @Test
  void whatRunsAtThisMomentHasNotFailed() {
    History running =
        MigrationSamples.with(
            history(GOLANG_MIGRATE, new String[0]),
            List.of(trouble(Trouble.Kind.DIRTY)),
            List.of(SESSION, ROW));
    EvidenceBuilder evidence = EvidenceBuilder.fresh().history(running);
    assertThat(evidence.findings(new FailedMigrationUnresolved())).isEmpty();
    assertThat(evidence.findings(new MigrationLockLeftBehind())).isEmpty();
    assertThat(evidence.findings(new MigrationRunning()))
        .containsExactly("user \"deploy\" holds the lock of golang-migrate");
  }

  @Test
  void aRowThatLocksIsTold() {
    MigrationLockLeftBehind rule = new MigrationLockLeftBehind();
    EvidenceBuilder evidence = EvidenceBuilder.fresh().history(locked(KNEX, ROW, "1"));
    assertThat(evidence.findings(rule))
        .containsExactly(
            "Knex is locked by host web1 in the database itself, beside"
                + " \"public.history_of_knex\"");
    assertThat(evidence.findings(new MigrationRunning())).isEmpty();
    assertThat(EvidenceBuilder.fresh().history(history(KNEX, "1")).findings(rule)).isEmpty();
  }

  @Test
  void severalToolsBesideEachOtherAreTold() {
    SeveralMigrationTools rule = new SeveralMigrationTools();
    assertThat(
            EvidenceBuilder.fresh()
                .history(history(KNEX, "1"))
                .history(history(RAILS, "1"))
                .findings(rule))
        .containsExactly(
            "there are histories of Knex (\"public.history_of_knex\") and Rails"
                + " (\"public.history_of_rails\")");
    assertThat(
            EvidenceBuilder.fresh()
                .history(history(KNEX, "1"))
                .history(history(SUPABASE_AUTH, "1"))
                .findings(rule))
        .isEmpty();
  }

  private static SchemaBuilder table(String... names) {
    SchemaBuilder schema = sqlite();
    for (String name : names) {
      schema.table(name, one -> one.column("id", "INTEGER").column("title", "TEXT"));
    }
    return schema;
  }

  @Test
  void scratchTablesOfATool() {
    ScratchTableLeftBehind rule = new ScratchTableLeftBehind();
    SchemaBuilder crashed = table("shops", "_alembic_tmp_shops");
    assertThat(EvidenceBuilder.live(crashed).alembic("a").findings(rule))
        .containsExactly(
            "table \"_alembic_tmp_shops\" is what Alembic leaves behind when a migration of"
                + " \"shops\" breaks off");
    assertThat(EvidenceBuilder.live(crashed).findings(rule)).as("no tool is here").isEmpty();
    assertThat(EvidenceBuilder.live(table("shops")).alembic("a").findings(rule)).isEmpty();
  }

  @Test
  void aTableOfTheUsersIsNoLeftover() {
    ScratchTableLeftBehind rule = new ScratchTableLeftBehind();
    History typeOrm = history(TYPEORM, "A1");
    assertThat(
            EvidenceBuilder.live(table("temporary_shops", "shops")).history(typeOrm).findings(rule))
        .hasSize(1);
    assertThat(EvidenceBuilder.live(table("temporary_passwords")).history(typeOrm).findings(rule))
        .isEmpty();
    SchemaBuilder different =
        table("shops").table("temporary_shops", one -> one.column("until", "TEXT"));
    assertThat(EvidenceBuilder.live(different).history(typeOrm).findings(rule)).isEmpty();
  }
}
