package dev.dbpreflight.history;

import static dev.dbpreflight.history.MigrationTool.ALEMBIC;
import static dev.dbpreflight.history.MigrationTool.DBMATE;
import static dev.dbpreflight.history.MigrationTool.DBMATE_OR_RAILS;
import static dev.dbpreflight.history.MigrationTool.DJANGO;
import static dev.dbpreflight.history.MigrationTool.DRIZZLE;
import static dev.dbpreflight.history.MigrationTool.FLYWAY;
import static dev.dbpreflight.history.MigrationTool.GOLANG_MIGRATE;
import static dev.dbpreflight.history.MigrationTool.GOOSE;
import static dev.dbpreflight.history.MigrationTool.KNEX;
import static dev.dbpreflight.history.MigrationTool.LIQUIBASE;
import static dev.dbpreflight.history.MigrationTool.NUMBERED_SQL;
import static dev.dbpreflight.history.MigrationTool.RAILS;
import static dev.dbpreflight.history.MigrationTool.SEQUEL;
import static dev.dbpreflight.history.MigrationTool.TYPEORM;
import static dev.dbpreflight.support.MigrationSamples.file;
import static dev.dbpreflight.support.MigrationSamples.files;
import static dev.dbpreflight.support.MigrationSamples.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.history.AppliedMigration.Origin;
import dev.dbpreflight.history.MigrationFile.Kind;
import dev.dbpreflight.model.Engine;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.support.MigrationSamples;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StandingTest {

  private static Standing standing(Migrations migrations, String... recorded) {
    return standing(migrations, MigrationSamples.history(migrations.tool(), recorded));
  }

  private static Standing standing(Migrations migrations, History history) {
    return Standing.all(List.of(history), MigrationGraph.of(migrations)).getFirst();
  }

  private static List<String> ids(List<MigrationFile> files) {
    return files.stream().map(MigrationFile::id).toList();
  }

  @Test
  void everythingIsPendingWithoutAHistory() {
    Standing fresh = Standing.all(List.of(), MigrationGraph.of(line(RAILS, "1", "2"))).getFirst();
    assertThat(ids(fresh.pending())).containsExactly("1", "2");
    assertThat(fresh.isKnown()).isTrue();
    assertThat(fresh.claimsApplied()).isFalse();
    assertThat(fresh.isConsistent()).isFalse();
  }

  @Test
  void theHistoryOfAnotherToolIsNotTheirs() {
    List<Standing> all =
        Standing.all(
            List.of(MigrationSamples.history(FLYWAY, "1")), MigrationGraph.of(line(RAILS, "1")));
    assertThat(all).hasSize(1);
    assertThat(all.getFirst().history()).isEmpty();
  }

  @Test
  void everyTenantStandsForItself() {
    Migrations two = line(RAILS, "1", "2");
    History first = History.recording(RAILS, new ObjectName("a", "schema_migrations"), "1");
    History second = History.recording(RAILS, new ObjectName("b", "schema_migrations"), "1", "2");
    assertThat(Standing.all(List.of(first, second), MigrationGraph.of(two)))
        .extracting(standing -> ids(standing.pending()))
        .containsExactly(List.of("2"), List.of());
  }

  @ParameterizedTest
  @EnumSource(names = {"DBMATE", "RAILS"})
  void anUndecidedHistoryBelongsToEither(MigrationTool tool) {
    History undecided = MigrationSamples.history(DBMATE_OR_RAILS, "20240101000000");
    Standing standing = standing(line(tool, "20240101000000", "20240102000000"), undecided);
    assertThat(ids(standing.pending())).containsExactly("20240102000000");
  }

  @Test
  void filesWithoutAToolStandNowhere() {
    assertThat(Standing.all(List.of(), MigrationGraph.of(line(NUMBERED_SQL, "1")))).isEmpty();
  }

  @Test
  void nothingIsSaidAboutAHistoryThatWasNotRead() {
    Standing standing = standing(line(RAILS, "1"), MigrationSamples.unread(RAILS));
    assertThat(standing.isKnown()).isFalse();
    assertThat(standing.pending()).isEmpty();
    assertThat(standing.isConsistent()).isFalse();
  }

  @Test
  void aSetMayHaveGapsThatTheToolFills() {
    Standing standing = standing(line(RAILS, "1", "2", "3"), "1", "3");
    assertThat(ids(standing.applied())).containsExactly("1", "3");
    assertThat(ids(standing.pending())).containsExactly("2");
    assertThat(standing.leftOut()).isEmpty();
    assertThat(standing.isConsistent()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"FLYWAY", "GOOSE", "NODE_PG_MIGRATE", "ATLAS", "DRIZZLE"})
  void aGapIsLeftOutByToolsThatGoForwardOnly(MigrationTool tool) {
    Standing standing = standing(line(tool, "1", "2", "3", "4"), "1", "3");
    assertThat(ids(standing.pending())).containsExactly("4");
    assertThat(ids(standing.leftOut())).containsExactly("2");
  }

  @ParameterizedTest
  @EnumSource(names = {"RAILS", "TYPEORM", "DBMATE", "SQLX", "EF_CORE", "KNEX", "PRISMA"})
  void aGapIsFilledByAllOthers(MigrationTool tool) {
    Standing standing = standing(line(tool, "1", "2", "3"), "1", "3");
    assertThat(ids(standing.pending())).containsExactly("2");
    assertThat(standing.leftOut()).isEmpty();
  }

  @Test
  void theNewDrizzleComparesNames() {
    Standing standing = standing(line(DRIZZLE, "1_a", "2_b", "3_c"), "1_a", "3_c");
    assertThat(ids(standing.pending())).containsExactly("2_b");
  }

  @Test
  void aFileBelowAVersionWithoutFileIsLeftOutToo() {
    Standing standing = standing(line(FLYWAY, "1", "2", "4"), "1", "3");
    assertThat(ids(standing.leftOut())).containsExactly("2");
    assertThat(standing.missing()).containsExactly("3");
    assertThat(ids(standing(line(FLYWAY, "1", "4"), "1", "5").leftOut()))
        .as("that the database is ahead says it all")
        .isEmpty();
  }

  @Test
  void whatIsOlderThanEveryFileIsNotMissedByToolsThatDoNotMind() {
    Standing standing = standing(line(RAILS, "5", "7"), "1", "2", "5", "6");
    assertThat(standing.pruned()).containsExactly("1", "2");
    assertThat(standing.missing()).containsExactly("6");
    assertThat(standing(line(RAILS, "5"), "1", "5").isConsistent()).isTrue();
    assertThat(standing(line(FLYWAY, "5"), "1", "5").isConsistent()).isFalse();
  }

  @Test
  void changeLogsOfLibrariesAreNotMissed() {
    Standing standing =
        standing(line(LIQUIBASE, "a.xml::2::me"), "lib.xml::1::x", "a.xml::1::me", "a.xml::2::me");
    assertThat(standing.pruned()).containsExactly("lib.xml::1::x");
    assertThat(standing.missing()).containsExactly("a.xml::1::me");
  }

  @Test
  void aScriptIsTheSameInEitherLanguage() {
    Standing standing = standing(line(KNEX, "1_a.ts", "2_b.ts"), "1_a.js");
    assertThat(ids(standing.applied())).containsExactly("1_a.ts");
    assertThat(standing.missing()).isEmpty();
    assertThat(ids(standing.pending())).containsExactly("2_b.ts");
  }

  @Test
  void anIdOfAnOlderVersionOfTheToolIsKnown() {
    Migrations renamed = files(DRIZZLE, file("1_a").labelled(List.of("17")), file("2_b"));
    Standing standing = standing(renamed, "17");
    assertThat(ids(standing.applied())).containsExactly("1_a");
    assertThat(standing.missing()).isEmpty();
    assertThat(ids(standing.pending())).containsExactly("2_b");
  }

  @Test
  void whatWasBegunIsNotPendingOnceMore() {
    History dirty =
        MigrationSamples.troubled(GOLANG_MIGRATE, new Trouble(Trouble.Kind.DIRTY, "2", ""));
    Standing standing = standing(line(GOLANG_MIGRATE, "1", "2", "3"), dirty);
    assertThat(ids(standing.applied())).containsExactly("1");
    assertThat(ids(standing.pending())).containsExactly("3");
  }

  @Test
  void unknownIdsAreAheadOrMissingByTheirNumber() {
    Standing standing = standing(line(FLYWAY, "2", "10"), "1", "2", "9", "11");
    assertThat(standing.missing()).containsExactly("1", "9");
    assertThat(standing.ahead()).containsExactly("11");
    assertThat(standing.isConsistent()).isFalse();
  }

  @Test
  void idsThatSayNothingAboutAgeAreAheadWhenTheyCameLast() {
    Standing standing =
        standing(
            line(LIQUIBASE, "b.xml::1::me", "c.xml::1::me"),
            "z.xml::1::me",
            "b.xml::1::me",
            "a.xml::1::me");
    assertThat(standing.pruned()).containsExactly("z.xml::1::me");
    assertThat(standing.ahead()).containsExactly("a.xml::1::me");
    assertThat(standing(line(TYPEORM, "Zebra1", "Bird2"), "Zebra1", "Ant3").ahead())
        .containsExactly("Ant3");
  }

  @Test
  void anotherApplicationsHistorySharesNothing() {
    assertThat(standing(line(RAILS, "1", "2"), "3", "4").sharesNothing()).isTrue();
    assertThat(standing(line(RAILS, "1", "2"), "1", "3", "4").sharesNothing()).isFalse();
    assertThat(standing(line(RAILS, "1", "2")).sharesNothing()).isFalse();
  }

  @Test
  void aSingleVersionMeansEverythingUpToIt() {
    Standing standing = standing(line(GOLANG_MIGRATE, "1", "2", "3"), "2");
    assertThat(ids(standing.applied())).containsExactly("1", "2");
    assertThat(ids(standing.pending())).containsExactly("3");
    assertThat(standing.missing()).isEmpty();

    assertThat(standing(line(GOLANG_MIGRATE, "1", "2"), "7").ahead()).containsExactly("7");
    Standing deleted = standing(line(GOLANG_MIGRATE, "1", "3"), "2");
    assertThat(deleted.missing()).containsExactly("2");
    assertThat(ids(deleted.applied())).containsExactly("1");
    assertThat(ids(deleted.pending())).containsExactly("3");
  }

  @Test
  void theOldTablesWithOneNumberAreReadAsSuch() {
    History number = History.recording(SEQUEL, new ObjectName("", "schema_info"), "2");
    Standing standing = standing(line(SEQUEL, "1", "2", "3"), number);
    assertThat(ids(standing.applied())).containsExactly("1", "2");
    assertThat(ids(standing.pending())).containsExactly("3");
  }

  @Test
  void headsStandForAllThatTheyFollow() {
    Migrations graph =
        files(
            ALEMBIC,
            file("c").following(List.of("b")),
            file("a"),
            file("b").following(List.of("a")),
            file("d").following(List.of("c")));
    Standing standing = standing(graph, "b");
    assertThat(ids(standing.applied())).containsExactlyInAnyOrder("a", "b");
    assertThat(ids(standing.pending())).containsExactly("c", "d");
    assertThat(standing(graph, "zzz").ahead()).containsExactly("zzz");
    assertThat(standing(graph, "zzz").sharesNothing()).isFalse();
  }

  @Test
  void applicationsOfDjangoWithoutFilesAreNotTheReleases() {
    Migrations shop =
        files(
            DJANGO,
            file("shop.0001_initial"),
            file("shop.0002_more").following(List.of("shop.0001_initial")));
    Standing standing = standing(shop, "auth.0001_initial", "shop.0001_initial", "auth.0012_x");
    assertThat(standing.ahead()).isEmpty();
    assertThat(standing.missing()).isEmpty();
    assertThat(standing.isConsistent()).isTrue();
    assertThat(standing(shop, "shop.0001_initial", "shop.0003_later").ahead())
        .containsExactly("shop.0003_later");
  }

  @Test
  void aSquashIsAppliedWhenAllThatItReplacesIs() {
    Migrations squashed =
        files(DJANGO, MigrationSamples.squash("shop.0001_squashed", "shop.0001", "shop.0002"));
    Standing all = standing(squashed, "shop.0001", "shop.0002");
    assertThat(ids(all.applied())).containsExactly("shop.0001_squashed");
    assertThat(all.pending()).isEmpty();
    assertThat(all.missing()).isEmpty();
    assertThat(all.torn()).isEmpty();

    Standing torn = standing(squashed, "shop.0001");
    assertThat(ids(torn.torn())).containsExactly("shop.0001_squashed");
    assertThat(torn.applied()).isEmpty();

    assertThat(ids(standing(squashed).pending())).containsExactly("shop.0001_squashed");
  }

  @Test
  void whatIsForAnotherEngineOrMayBeLeftOutIsNotPending() {
    Migrations migrations =
        files(
            LIQUIBASE,
            file("a::1::x"),
            within("a::2::x", Set.of(Engine.SQLITE), false),
            within("a::3::x", Set.of(Engine.SQLITE, Engine.POSTGRESQL), true));

    assertThat(ids(standing(migrations).on(Engine.POSTGRESQL).pending()))
        .containsExactly("a::1::x");
    assertThat(ids(standing(migrations).on(Engine.SQLITE).pending()))
        .containsExactly("a::1::x", "a::2::x");
  }

  @Test
  void aChangeSetMayBeRecordedAsAnotherVersionOfItsToolWould() {
    Migrations migrations =
        files(LIQUIBASE, file("logical::1::x").labelled(List.of("physical::1::x")));

    Standing standing = standing(migrations, "physical::1::x");

    assertThat(ids(standing.applied())).containsExactly("logical::1::x");
    assertThat(standing.pending()).isEmpty();
    assertThat(standing.missing()).isEmpty();
  }

  private static MigrationFile within(String id, Set<Engine> engines, boolean chosen) {
    List<String> none = List.of();
    return new MigrationFile(
        id,
        id,
        none,
        none,
        none,
        none,
        id,
        1,
        Kind.VERSIONED,
        none,
        true,
        MigrationFile.WayDown.ABSENT,
        new MigrationFile.Scope(engines, chosen));
  }

  @Test
  void whatABaselineStandsForIsNotPending() {
    History baselined =
        MigrationSamples.history(FLYWAY, new AppliedMigration("2", "", Origin.RECORDED));
    Standing standing = standing(line(FLYWAY, "1", "2", "3"), baselined);
    assertThat(ids(standing.pending())).containsExactly("3");
    assertThat(standing.leftOut()).isEmpty();
    assertThat(standing.missing()).isEmpty();
    assertThat(standing(line(FLYWAY, "3"), baselined).isConsistent())
        .as("a baseline needs no file")
        .isTrue();
  }

  @Test
  void anEmptyDatabaseBeginsWithTheNewestBaselineFile() {
    Migrations with =
        files(
            FLYWAY,
            file("1"),
            file("2"),
            MigrationSamples.ofKind(Kind.BASELINE, "2"),
            file("3"),
            MigrationSamples.ofKind(Kind.REPEATABLE, "views"));
    assertThat(ids(standing(with).pending())).containsExactly("2", "3", "views");
    assertThat(standing(with).pending().getFirst().kind()).isEqualTo(Kind.BASELINE);
    assertThat(ids(standing(with, "1").pending())).containsExactly("2", "3", "views");
    assertThat(standing(with, "1").pending().getFirst().kind()).isEqualTo(Kind.VERSIONED);
  }

  @Test
  void aRepeatableIsPendingAgainWhenItChanged() {
    Migrations views =
        files(
            FLYWAY, MigrationSamples.ofKind(Kind.REPEATABLE, "views").withChecksums(List.of("7")));
    assertThat(standing(views, recorded(FLYWAY, "views", "7")).pending()).isEmpty();
    Standing changed = standing(views, recorded(FLYWAY, "views", "8"));
    assertThat(ids(changed.pending())).containsExactly("views");
    assertThat(changed.edited()).isEmpty();
  }

  @Test
  void aRepeatableWithoutItsFileIsMissingAndNotAhead() {
    Standing standing = standing(line(FLYWAY, "1", "2"), "1", "R:old views");
    assertThat(standing.missing()).containsExactly("R:old views");
    assertThat(ids(standing.pending())).containsExactly("2");
  }

  private static History recorded(MigrationTool tool, String id, String checksum) {
    return MigrationSamples.history(tool, new AppliedMigration(id, checksum, Origin.RUN));
  }

  @Test
  void aFileIsEditedWhenNoneOfItsChecksumsWasRecorded() {
    Migrations one = files(FLYWAY, file("1").withChecksums(List.of("7", "70")));
    assertThat(ids(standing(one, recorded(FLYWAY, "1", "8")).edited())).containsExactly("1");
    assertThat(standing(one, recorded(FLYWAY, "1", "70")).edited()).isEmpty();
    assertThat(standing(one, recorded(FLYWAY, "1", "")).edited()).isEmpty();
    assertThat(standing(line(FLYWAY, "1"), recorded(FLYWAY, "1", "8")).edited()).isEmpty();
    History marked =
        MigrationSamples.history(FLYWAY, new AppliedMigration("1", "8", Origin.RECORDED));
    assertThat(standing(one, marked).edited()).isEmpty();
  }

  @Test
  void checksumsOfAnotherAlgorithmOfLiquibaseSayNothing() {
    Migrations one = files(LIQUIBASE, file("1").withChecksums(List.of("9:aa")));
    assertThat(standing(one, recorded(LIQUIBASE, "1", "8:bb")).edited()).isEmpty();
    assertThat(standing(one, recorded(LIQUIBASE, "1", "bb")).edited()).isEmpty();
    assertThat(ids(standing(one, recorded(LIQUIBASE, "1", "9:bb")).edited())).containsExactly("1");
  }

  @Test
  void troublesMakeAHistoryInconsistent() {
    History failed =
        MigrationSamples.troubled(GOOSE, new Trouble(Trouble.Kind.FAILED, "2", ""), "1");
    assertThat(standing(line(GOOSE, "1", "2"), failed).isConsistent()).isFalse();
    assertThat(standing(line(GOOSE, "1", "2"), "1").isConsistent()).isTrue();
  }

  @Test
  void fiveThousandOfEachTakeNoTime() {
    String[] many = new String[5000];
    for (int at = 0; at < many.length; at++) {
      many[at] = Integer.toString(at + 1);
    }
    Standing standing = standing(line(GOOSE, many), many);
    assertThat(standing.pending()).isEmpty();
    assertThat(standing(line(DBMATE, many), "1").pending()).hasSize(4999);
    assertThat(standing(line(GOOSE, many), "5000").leftOut()).hasSize(4999);
  }
}
