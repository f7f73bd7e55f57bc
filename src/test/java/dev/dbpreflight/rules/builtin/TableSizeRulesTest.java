package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.conditions.ByteCount.GIGABYTE;
import static dev.dbpreflight.conditions.ByteCount.MEGABYTE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.conditions.ByteCount;
import dev.dbpreflight.conditions.Capacity;
import dev.dbpreflight.conditions.TableSize;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.support.EvidenceBuilder;
import dev.dbpreflight.support.SchemaBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules about how large the database and the tables of a release are. */
class TableSizeRulesTest {
  private static final String ODD = "we\"ird\n::error::";

  private static SchemaBuilder live() {
    return SchemaBuilder.postgres(18)
        .table("public.log", table -> table.column("line", "text"))
        .table("public.orders", table -> table.column("id", "integer"));
  }

  /** A release that adds a column to orders. */
  private static EvidenceBuilder release(Capacity capacity) {
    SchemaBuilder release =
        SchemaBuilder.postgres(18)
            .table("public.log", table -> table.column("line", "text"))
            .table(
                "public.orders", table -> table.column("id", "integer").column("fee", "numeric"));
    return EvidenceBuilder.live(live()).release(release).capacity(capacity);
  }

  private static TableSize size(String table, long bytes, long rows, boolean known) {
    return new TableSize(new ObjectName("public", table), new ByteCount(bytes), rows, known, false);
  }

  private static Capacity tables(TableSize... sizes) {
    return Capacity.NONE.withTables(List.of(sizes));
  }

  @Test
  void aLargeTableThatTheReleaseChangesIsTold() {
    Rule rule = new LargeTableTouched();

    assertThat(release(tables(size("orders", 2 * GIGABYTE, 400, true))).findings(rule))
        .containsExactly(
            "the release changes table \"public.orders\", which has about 400 rows and 2 GB");
    assertThat(release(tables(size("orders", 5, 48_000_000, true))).findings(rule))
        .containsExactly(
            "the release changes table \"public.orders\", which has about 48 million rows and 5"
                + " bytes");
  }

  @Test
  void smallTablesAndTablesThatTheReleaseLeavesAloneAreFine() {
    EvidenceBuilder evidence =
        release(
            tables(
                size("log", 900 * GIGABYTE, 9_000_000_000L, true),
                size("orders", 900 * MEGABYTE, 9_000_000, true)));

    assertThat(evidence.findings(new LargeTableTouched())).isEmpty();
    assertThat(evidence.unseen(new LargeTableTouched())).isEmpty();
  }

  @Test
  void aTableOfUnknownSizeIsNotCheckedUnlessTheWholeDatabaseIsSmall() {
    TableSize unknown = size("orders", 0, 0, false);
    Rule rule = new LargeTableTouched();

    assertThat(release(tables(unknown)).unseen(rule))
        .containsExactly("the size of table \"public.orders\" is not known: it was never analyzed");
    assertThat(release(tables(unknown).withDatabase(new ByteCount(GIGABYTE))).unseen(rule))
        .hasSize(1);
    assertThat(release(tables(unknown).withDatabase(new ByteCount(200 * MEGABYTE))).unseen(rule))
        .as("ten million rows do not fit")
        .isEmpty();
    assertThat(release(tables(size("orders", 3 * GIGABYTE, 0, false))).findings(rule))
        .as("at least")
        .hasSize(1);
  }

  @Test
  void theRemedyNamesTheTableAsTheServerWantsIt() {
    SchemaBuilder live =
        SchemaBuilder.postgres(18).table("public." + ODD, table -> table.column("id", "integer"));
    EvidenceBuilder evidence =
        EvidenceBuilder.live(live)
            .release(SchemaBuilder.postgres(18))
            .capacity(tables(size(ODD, 0, 0, false)));

    assertThat(new LargeTableTouched().unseen(evidence.build()).map(Rule.Unseen::remedy))
        .containsExactly("ANALYZE \"public\".\"we\"\"ird\n::error::\"");
  }

  @Test
  void withoutAReleaseNobodyKnowsWhichTablesItChanges() {
    EvidenceBuilder populated = EvidenceBuilder.live(live()).capacity(tables());
    String unknown = "it is not known which tables the release changes";

    assertThat(populated.unseen(new LargeTableTouched())).containsExactly(unknown);
    assertThat(populated.unseen(new WraparoundVacuumDue())).containsExactly(unknown);
    assertThat(EvidenceBuilder.fresh().unseen(new LargeTableTouched())).isEmpty();
  }

  @Test
  void aVacuumThatDoesNotGiveWayIsDueOnlyOnTablesOfTheRelease() {
    TableSize orders =
        new TableSize(new ObjectName("public", "orders"), new ByteCount(1), 1, true, true);
    TableSize log = new TableSize(new ObjectName("public", "log"), new ByteCount(1), 1, true, true);

    assertThat(new WraparoundVacuumDue().check(release(tables(log, orders)).build()))
        .extracting(Finding::what, Finding::next)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(
                "table \"public.orders\" is older than autovacuum_freeze_max_age allows",
                "VACUUM (FREEZE) \"public\".\"orders\""));
  }

  @Test
  void aDatabaseThatFillsItsStorageIsTold() {
    Capacity capacity = Capacity.NONE.withDatabase(new ByteCount(950 * MEGABYTE));
    Rule rule = new StorageNearlyFull();

    assertThat(release(capacity).storage(GIGABYTE).findings(rule))
        .containsExactly("the database takes 950 MB of the 1 GB that it may, 50 MB are left");
    assertThat(release(capacity).storage(900 * MEGABYTE).findings(rule))
        .containsExactly("the database takes 950 MB of the 900 MB that it may, 0 bytes are left");
    assertThat(release(capacity).storage(2 * GIGABYTE).findings(rule)).isEmpty();
  }

  @Test
  void aTableOfTheReleaseMustFitASecondTime() {
    Capacity capacity =
        tables(size("log", 500 * MEGABYTE, 1, true), size("orders", 300 * MEGABYTE, 1, true))
            .withDatabase(new ByteCount(800 * MEGABYTE));

    assertThat(release(capacity).storage(GIGABYTE).findings(new StorageNearlyFull()))
        .containsExactly(
            "the release changes table \"public.orders\" of 300 MB, and a second copy does not fit"
                + " into the 200 MB that are left");
    assertThat(release(capacity).storage(2 * GIGABYTE).findings(new StorageNearlyFull())).isEmpty();
  }
}
