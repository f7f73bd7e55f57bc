package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.history.DatabaseState.POPULATED;
import static dev.dbpreflight.history.MigrationTool.ALEMBIC;
import static dev.dbpreflight.history.MigrationTool.DJANGO;
import static dev.dbpreflight.history.MigrationTool.FLYWAY;
import static dev.dbpreflight.history.MigrationTool.GOLANG_MIGRATE;
import static dev.dbpreflight.history.MigrationTool.NUMBERED_SQL;
import static dev.dbpreflight.history.MigrationTool.RAILS;
import static dev.dbpreflight.history.MigrationTool.SUPABASE_AUTH;
import static dev.dbpreflight.support.MigrationSamples.file;
import static dev.dbpreflight.support.MigrationSamples.files;
import static dev.dbpreflight.support.MigrationSamples.history;
import static dev.dbpreflight.support.MigrationSamples.line;
import static dev.dbpreflight.support.SchemaBuilder.postgres;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.history.AppliedMigration;
import dev.dbpreflight.history.AppliedMigration.Origin;
import dev.dbpreflight.history.History;
import dev.dbpreflight.history.MigrationFile.WayDown;
import dev.dbpreflight.history.Migrations;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.support.EvidenceBuilder;
import dev.dbpreflight.support.MigrationSamples;
import dev.dbpreflight.support.SchemaBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules about where a history stands against the files of the release. */
class StandingRulesTest {
  private static final List<Rule> RULES =
      List.of(
          new AppliedMigrationEdited(),
          new AppliedMigrationWithoutFile(),
          new DatabaseAheadOfRelease(),
          new HistoryWithoutFiles(),
          new MigrationNotApplied(),
          new MigrationOutOfOrder(),
          new SquashHalfApplied());

  static List<Rule> rules() {
    return RULES;
  }

  private static SchemaBuilder shops() {
    return postgres(18).table("public.shops", table -> table.column("id", "integer"));
  }

  private static EvidenceBuilder at(Migrations migrations, String... recorded) {
    return EvidenceBuilder.live(shops())
        .migrations(migrations)
        .history(history(migrations.tool(), recorded));
  }

  /** What all of them say, so that nothing is said twice. */
  private static List<String> said(EvidenceBuilder evidence) {
    return RULES.stream()
        .filter(rule -> !evidence.findings(rule).isEmpty())
        .map(rule -> rule.info().id())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void nothingIsWrongWhereEverythingIsApplied(Rule rule) {
    assertThat(at(line(RAILS, "1", "2"), "1", "2").findings(rule)).isEmpty();
    assertThat(EvidenceBuilder.live(shops()).alembic("a").findings(rule)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aHistoryThatCannotBeReadIsSaidToBeUnread(Rule rule) {
    EvidenceBuilder unread =
        EvidenceBuilder.live(shops())
            .migrations(line(RAILS, "1"))
            .history(MigrationSamples.unread(RAILS));
    assertThat(unread.findings(rule)).isEmpty();
    assertThat(unread.unseen(rule)).containsExactly("permission denied for table history_of_rails");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void filesThatLeaveNoHistoryBehindAreSaidToBe(Rule rule) {
    EvidenceBuilder plain = EvidenceBuilder.live(shops()).migrations(line(NUMBERED_SQL, "1"));
    assertThat(plain.findings(rule)).isEmpty();
    assertThat(plain.unseen(rule)).containsExactly("numbered SQL files leave no history behind");
  }

  @Test
  void pendingFilesAreListedInTheirOrder() {
    MigrationNotApplied rule = new MigrationNotApplied();
    assertThat(at(line(RAILS, "1", "2", "3"), "1").findings(rule))
        .containsExactly("2 migrations are not applied: 2, 3");
    assertThat(EvidenceBuilder.fresh().migrations(line(RAILS, "1")).findings(rule))
        .containsExactly("1 migration is not applied: 1");
    assertThat(
            EvidenceBuilder.fresh()
                .migrations(line(RAILS, "1", "2", "3", "4", "5", "6", "7", "8", "9"))
                .findings(rule))
        .containsExactly("9 migrations are not applied: 1, 2, 3, 4, 5, 6, 7, 8 and 1 more");
  }

  @Test
  void onlyWhatLeadsToTheExpectedRevisionIsPending() {
    MigrationNotApplied rule = new MigrationNotApplied();
    assertThat(at(line(RAILS, "1", "2", "3"), "1").revision("2").findings(rule))
        .containsExactly("1 migration is not applied: 2");
    assertThat(at(line(RAILS, "1", "2", "3"), "1", "2").revision("2").findings(rule)).isEmpty();
  }

  @Test
  void aNewerRevisionIsAhead() {
    assertThat(at(line(RAILS, "1", "2"), "1", "2", "3").findings(new DatabaseAheadOfRelease()))
        .containsExactly(
            "\"public.history_of_rails\" records 3, which no file in \"migrations\" is");
    assertThat(said(at(line(RAILS, "1", "2"), "1", "2", "3")))
        .containsExactly("database-ahead-of-release");
    assertThat(said(at(line(GOLANG_MIGRATE, "1", "2"), "3")))
        .containsExactly("database-ahead-of-release");
  }

  @Test
  void aHeadThatNoFileHasIsAhead() {
    Migrations two = files(ALEMBIC, file("a"), file("b").following(List.of("a")));
    assertThat(at(two, "zzz").findings(new DatabaseAheadOfRelease()))
        .containsExactly(
            "\"public.history_of_alembic\" records zzz, which no file in \"migrations\" is");
  }

  @Test
  void anotherApplicationsHistoryIsSaidOnce() {
    EvidenceBuilder other = at(line(FLYWAY, "1", "2"), "3", "7");
    assertThat(other.findings(new HistoryWithoutFiles()))
        .containsExactly(
            "\"public.history_of_flyway\" records 2 migrations, none of which is in"
                + " \"migrations\": 3, 7");
    assertThat(said(other)).containsExactly("history-without-files");
  }

  @Test
  void aMissingFileIsNamed() {
    EvidenceBuilder gap = at(line(FLYWAY, "1", "3"), "1", "2", "3");
    assertThat(gap.findings(new AppliedMigrationWithoutFile()))
        .containsExactly(
            "\"public.history_of_flyway\" records 2, but \"migrations\" has no such file");
    assertThat(said(gap)).containsExactly("applied-migration-without-file");
    assertThat(said(at(line(RAILS, "5", "6"), "1", "5", "6"))).as("deleted long ago").isEmpty();
  }

  @Test
  void aLateFileMattersWhereTheToolLeavesItOut() {
    assertThat(at(line(FLYWAY, "1", "2", "3"), "1", "3").findings(new MigrationOutOfOrder()))
        .containsExactly("1 migration was never applied, and a newer one was: 2");
    assertThat(said(at(line(FLYWAY, "1", "2", "3"), "1", "3")))
        .containsExactly("migration-out-of-order");
    assertThat(said(at(line(RAILS, "1", "2", "3"), "1", "3")))
        .containsExactly("migration-not-applied");
  }

  @Test
  void anEditedFileIsNamed() {
    Migrations edited = files(FLYWAY, file("1").withChecksums(List.of("7")));
    History applied = history(FLYWAY, new AppliedMigration("1", "8", Origin.RUN));
    EvidenceBuilder evidence = EvidenceBuilder.live(shops()).migrations(edited).history(applied);
    assertThat(evidence.findings(new AppliedMigrationEdited()))
        .containsExactly(
            "\"1.sql\" has another checksum than the one that \"public.history_of_flyway\" records"
                + " for 1");
    assertThat(said(evidence)).containsExactly("applied-migration-edited");
  }

  @Test
  void aTornSquashMattersWhenTheReplacedFilesAreGone() {
    Migrations gone = files(DJANGO, MigrationSamples.squash("s.0001_squashed", "s.0001", "s.0002"));
    assertThat(at(gone, "s.0001").findings(new SquashHalfApplied()))
        .containsExactly("s.0001_squashed replaces s.0002, which was not applied and has no file");
    Migrations kept =
        files(
            DJANGO,
            file("s.0001"),
            file("s.0002").following(List.of("s.0001")),
            MigrationSamples.squash("s.0001_squashed", "s.0001", "s.0002"));
    assertThat(at(kept, "s.0001").findings(new SquashHalfApplied())).isEmpty();
  }

  @Test
  void tablesWithoutAHistoryAreFound() {
    ObjectsWithoutHistory rule = new ObjectsWithoutHistory();
    assertThat(at(line(RAILS, "1")).findings(rule))
        .containsExactly(
            "the database has 1 table, and \"public.history_of_rails\" of Rails records nothing");
    assertThat(EvidenceBuilder.live(shops()).migrations(line(RAILS, "1")).findings(rule))
        .containsExactly("the database has 1 table, and there is no history of Rails");
    assertThat(EvidenceBuilder.live(shops()).alembic().findings(rule))
        .containsExactly(
            "the database has 1 table, and \"public.alembic_version\" of Alembic records nothing");
    assertThat(said(at(line(RAILS, "1")))).as("pending is a consequence").isEmpty();
    assertThat(at(line(RAILS, "1")).findings(new DatabaseStateNotAccepted())).isEmpty();
  }

  @Test
  void tablesWithoutAHistoryMayBeExplained() {
    ObjectsWithoutHistory rule = new ObjectsWithoutHistory();
    assertThat(EvidenceBuilder.fresh().migrations(line(RAILS, "1")).findings(rule)).isEmpty();
    assertThat(at(line(RAILS, "1")).accept(POPULATED).findings(rule)).isEmpty();
    assertThat(EvidenceBuilder.live(shops()).findings(rule)).as("no tool is known").isEmpty();
    assertThat(
            EvidenceBuilder.live(shops())
                .migrations(line(RAILS, "1"))
                .history(history(FLYWAY, "1"))
                .findings(rule))
        .as("they are the other tool's")
        .isEmpty();
    assertThat(
            EvidenceBuilder.live(shops())
                .history(history(SUPABASE_AUTH, new String[0]))
                .findings(rule))
        .as("a platform's own")
        .isEmpty();
    assertThat(
            EvidenceBuilder.live(shops())
                .migrations(line(RAILS, "1"))
                .history(MigrationSamples.unread(RAILS))
                .unseen(rule))
        .containsExactly("permission denied for table history_of_rails");
  }

  @Test
  void aConsistentHistoryExplainsAPopulatedDatabase() {
    DatabaseStateNotAccepted rule = new DatabaseStateNotAccepted();
    assertThat(at(line(RAILS, "1", "2"), "1").findings(rule)).isEmpty();
    assertThat(at(line(RAILS, "1", "2"), "9").findings(rule)).as("told by its own rule").isEmpty();
    assertThat(
            EvidenceBuilder.live(shops())
                .migrations(line(RAILS, "1"))
                .history(history(FLYWAY, "1"))
                .findings(rule))
        .containsExactly(
            "the database is populated (1 table), and no history of Rails explains it");
    EvidenceBuilder unread =
        EvidenceBuilder.live(shops())
            .migrations(line(RAILS, "1"))
            .history(MigrationSamples.unread(RAILS));
    assertThat(unread.unseen(rule)).containsExactly("permission denied for table history_of_rails");
  }

  @Test
  void objectsOfAnUnknownRevisionDoNotCollide() {
    CreatedObjectExistsAlready rule = new CreatedObjectExistsAlready();
    SchemaBuilder release = shops().table("public.staff", table -> table.column("id", "integer"));
    EvidenceBuilder known = at(line(RAILS, "1", "2"), "1").release(release);
    assertThat(known.findings(rule)).isEmpty();
    assertThat(known.unseen(rule))
        .containsExactly("it is not known which objects the recorded revision has");
    assertThat(
            EvidenceBuilder.live(shops())
                .migrations(line(RAILS, "1"))
                .release(release)
                .findings(rule))
        .containsExactly("relation \"public.shops\" already exists");
  }

  @Test
  void theWayDownMattersOnlyWhereSomethingIsAlreadyThere() {
    PendingMigrationWithoutWayDown rule = new PendingMigrationWithoutWayDown();
    Migrations files = files(RAILS, file("1"), file("2").withWayDown(WayDown.ABSENT));
    assertThat(at(files, "1").findings(rule)).containsExactly("there is no way down in 2");
    assertThat(at(files, "1", "2").findings(rule)).isEmpty();
    assertThat(EvidenceBuilder.fresh().migrations(files).findings(rule)).isEmpty();
    assertThat(at(files, "1").drift().findings(rule)).isEmpty();
  }

  @Test
  void aTransactionMattersOnlyWhereSomethingIsAlreadyThere() {
    PendingMigrationWithoutTransaction rule = new PendingMigrationWithoutTransaction();
    Migrations files = files(RAILS, file("1"), file("2").withTransaction(false));
    assertThat(at(files, "1").findings(rule)).containsExactly("no transaction is around 2");
    assertThat(EvidenceBuilder.fresh().migrations(files).findings(rule)).isEmpty();
  }

  @Test
  void theExpectedRevisionIsHeldAgainstTheRecordedOne() {
    RecordedRevisionDiffers rule = new RecordedRevisionDiffers();
    EvidenceBuilder one = EvidenceBuilder.live(shops()).alembic("v1");
    assertThat(one.revision("v2").drift().findings(rule))
        .containsExactly("\"public.alembic_version\" is at v1, expected v2");
    assertThat(one.revision("v1").findings(rule)).isEmpty();
    assertThat(EvidenceBuilder.live(shops()).drift().revision("v1").findings(rule))
        .containsExactly("no migration history records anything, expected v1");
    assertThat(at(line(RAILS, "1", "2"), "1").drift().revision("2").findings(rule))
        .as("that it is pending says the same")
        .isEmpty();
    assertThat(at(line(RAILS, "1", "2", "3"), "1", "2", "3").drift().revision("2").findings(rule))
        .containsExactly("\"public.history_of_rails\" is at 3, expected 2");
  }

  @Test
  void theExpectedRevisionNeedsAFile() {
    ExpectedRevisionWithoutFile rule = new ExpectedRevisionWithoutFile();
    assertThat(at(line(RAILS, "1"), "1").revision("2").findings(rule))
        .containsExactly("no file in \"migrations\" is 2");
    assertThat(at(line(RAILS, "1"), "1").revision("001").findings(rule)).isEmpty();
    assertThat(at(line(RAILS, "1"), "1").findings(rule)).isEmpty();
    assertThat(at(line(RAILS, "1"), "1", "2").revision("2").findings(rule))
        .as("that the database is ahead says the same")
        .isEmpty();
  }
}
