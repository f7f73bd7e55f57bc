package dev.dbpreflight.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.dbpreflight.checks.Comparison.Equal;
import dev.dbpreflight.checks.Expectation.ColumnIs;
import dev.dbpreflight.checks.Expectation.HttpAnswers;
import dev.dbpreflight.checks.Expectation.SqlAnswers;
import dev.dbpreflight.checks.Expectation.TableExists;
import dev.dbpreflight.diff.Aspect;
import dev.dbpreflight.history.DatabaseState;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.problem.ProblemException;
import dev.dbpreflight.rules.Phase;
import dev.dbpreflight.rules.Profile;
import dev.dbpreflight.rules.Severity;
import dev.dbpreflight.rules.Waiver;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckFilesTest {
  @TempDir private Path folder;

  private CheckFile read(String text) {
    return WrittenFile.read(folder, text);
  }

  @Test
  void readsTheSketchOfTheDesign() {
    CheckFile file =
        read(
            """
            extends: before-deploy
            accept: [fresh, incomplete]          # or populated
            snapshots: schema-snapshots/         # <revision>.json
            migrations: migrations/
            revision: v1_4_0
            tables: 17
            rules:
              sequence-near-end: {severity: error, max-used: 0.9}
            compare: {owners: true, column-order: false}
            checks:
              stock_positions:
                tables: [stock_positions]
                columns:
                  trades.stock_position_id: {type: integer, nullable: true, references: stock_positions.id}
              default_fee:
                columns: {accounts.default_fee: {type: "numeric(10,2)", default: "0"}}
                sql:
                  - {query: "select count(*) from accounts where default_fee is null", expect: 0}
              app_version:
                http: {url: "http://localhost:5000/healthz", status: 200, json: {/version: "1.4.0"}}
            waivers:
              - {rule: table-without-primary-key, object: public.log, reason: "append only", until: 2027-06-30}
            """);

    assertThat(file.profile().name()).isEqualTo("before-deploy");
    assertThat(file.profile().accept())
        .containsExactlyInAnyOrder(DatabaseState.FRESH, DatabaseState.INCOMPLETE);
    assertThat(file.profile().parameters()).containsOnly(entry("sequence-near-end.max-used", 0.9));
    assertThat(file.profile().severities()).containsEntry("sequence-near-end", Severity.ERROR);
    assertThat(file.profile().compare()).containsExactly(Aspect.OWNERS);
    assertThat(file.snapshots()).contains(Path.of("schema-snapshots"));
    assertThat(file.migrations()).contains(Path.of("migrations"));
    assertThat(file.revision()).contains("v1_4_0");
    assertThat(file.tables()).hasValue(17);
    assertThat(file.waivers())
        .containsExactly(
            new Waiver(
                "table-without-primary-key",
                "public.log",
                "append only",
                LocalDate.of(2027, 6, 30),
                "shop.yaml:22"));
    assertThat(file.checks())
        .extracting(NamedCheck::name)
        .containsExactly("stock_positions", "default_fee", "app_version");
    assertThat(file.checks().get(0).expectations())
        .containsExactly(
            new TableExists("stock_positions", "shop.yaml:12"),
            new ColumnIs(
                "trades",
                "stock_position_id",
                Optional.of("integer"),
                Optional.of(true),
                Optional.empty(),
                Optional.of("stock_positions.id"),
                "shop.yaml:14"));
    assertThat(file.checks().get(1).expectations().get(1))
        .isEqualTo(
            new SqlAnswers(
                FileText.of("select count(*) from accounts where default_fee is null"),
                new Equal(Value.of(0)),
                Optional.empty(),
                "shop.yaml:18"));
    assertThat(file.checks().get(2).expectations())
        .containsExactly(
            new HttpAnswers(
                FileText.of("http://localhost:5000/healthz"),
                200,
                Optional.empty(),
                Map.of("/version", new Equal(Value.of("1.4.0"))),
                Map.of(),
                Optional.empty(),
                "shop.yaml:20"));
  }

  @Test
  void withoutWhenAChecksRunsOnlyWhereTheReleaseIsThere() {
    NamedCheck check = read("checks: {a: {tables: t}}").checks().get(0);

    assertThat(CheckFiles.SHIPPED).filteredOn(check::runsIn).doesNotContain("before-deploy");
    assertThat(CheckFiles.SHIPPED).filteredOn(check::runsIn).contains("after-deploy", "ci");
  }

  @Test
  void filesExtendFilesInOtherFolders() {
    WrittenFile.write(
        folder,
        "base/shop.yml",
        """
        extends: drift
        snapshots: snaps
        revision: 1.10
        tables: 3
        required: [foreign-key-cycle]
        off: [index-invalid]
        rules: {object-differs.index: warning, sequence-near-end: {max-used: 0.5}}
        compare: [owners, grants]
        checks: {one: {tables: a}, two: {tables: b}}
        waivers:
          - {rule: two, object: "*", reason: r, until: 2027-01-01}
        """);

    CheckFile file =
        read(
            """
            extends: base/shop.yml
            tables: 4
            fail-on: warning
            off: foreign-key-without-index
            rules:
              index-invalid: {off: false}
              object-differs: info
              objects-not-modelled: off
              unexpected-object: {required: false}
            compare: {owners: false, comments: true}
            checks: {two: {tables: c}, three: {tables: d}}
            waivers:
              - {rule: one, object: a, reason: r, until: 2027-01-01}
            """);

    Profile profile = file.profile();
    assertThat(profile.name()).isEqualTo("drift");
    assertThat(profile.phase()).isEqualTo(Phase.AT_REST);
    assertThat(profile.failOn()).isEqualTo(Severity.WARNING);
    assertThat(profile.required())
        .containsExactlyInAnyOrder(
            "foreign-key-cycle", "expected-object-missing", "object-differs");
    assertThat(profile.switchedOff())
        .containsExactly("foreign-key-without-index", "objects-not-modelled");
    assertThat(profile.severities())
        .containsEntry("object-differs", Severity.INFO)
        .doesNotContainKey("object-differs.index");
    assertThat(profile.parameters()).containsExactly(entry("sequence-near-end.max-used", 0.5));
    assertThat(profile.compare()).containsExactlyInAnyOrder(Aspect.GRANTS, Aspect.COMMENTS);
    assertThat(file.snapshots()).contains(Path.of("base/snaps"));
    assertThat(file.revision()).contains("1.10");
    assertThat(file.tables()).hasValue(4);
    assertThat(file.waivers()).extracting(Waiver::rule).containsExactly("two", "one");
    assertThat(file.checks())
        .extracting(NamedCheck::name, NamedCheck::source)
        .containsExactly(
            tuple("one", "base/shop.yml:9"),
            tuple("two", "shop.yaml:11"),
            tuple("three", "shop.yaml:11"));
  }

  @Test
  void filesThatExtendEachOtherAreRefused() {
    WrittenFile.write(folder, "a/b.yaml", "extends: ../shop.yaml");

    assertThatThrownBy(() -> read("revision: v1\nextends: a/b.yaml"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> {
              assertThat(refused.problem().what()).contains("extend each other in a circle");
              assertThat(refused.problem().where()).isEqualTo("a/b.yaml:1");
            });
  }

  @Test
  void comparesEverythingBut() {
    assertThat(read("compare: {owners: false, all: true}").profile().compare())
        .isEqualTo(EnumSet.complementOf(EnumSet.of(Aspect.OWNERS)));
    assertThat(read("compare: all").profile().compare()).isEqualTo(EnumSet.allOf(Aspect.class));
    assertThat(read("compare: []").profile().compare()).isEmpty();
  }

  @Test
  void aFileThatExtendsNothingExtendsTheDefault() {
    assertThat(read("revision: v1").profile())
        .isEqualTo(CheckFiles.shipped("before-deploy").profile());
  }

  @Test
  void everyProfileThatShipsCanBeRead() {
    for (String name : CheckFiles.SHIPPED) {
      Profile profile = CheckFiles.shipped(name).profile();
      assertThat(profile.name()).isEqualTo(name);
      assertThat(profile.switchedOff()).as("left out, not switched off").isEmpty();
    }
    assertThat(CheckFiles.shipped("before-deploy").profile().phase())
        .isEqualTo(Phase.BEFORE_DEPLOY);
    assertThat(CheckFiles.shipped("drift").profile().required())
        .isEqualTo(Set.of("expected-object-missing", "object-differs", "unexpected-object"));
    assertThat(CheckFiles.shipped("ci").profile().failOn()).isEqualTo(Severity.WARNING);
  }

  @Test
  void everyKindOfConstraintIsOneOfTheModel() {
    assertThat(ConstraintKind.values())
        .extracting(ConstraintKind::kind)
        .containsExactly(
            ObjectKind.PRIMARY_KEY,
            ObjectKind.UNIQUE,
            ObjectKind.FOREIGN_KEY,
            ObjectKind.CHECK,
            ObjectKind.EXCLUSION);
  }

  @ParameterizedTest
  @CsvSource({
    "500MB, 500000000",
    "1GB, 1000000000",
    "1.5 GB, 1500000000",
    "2TB, 2000000000000",
    "640kB, 640000",
    "1KiB, 1024",
    "1GiB, 1073741824",
    "0.5TiB, 549755813888"
  })
  void theStorageIsWrittenAsPeopleWriteSizes(String size, long bytes) {
    assertThat(read("capacity: {storage: " + size + "}").storage()).hasValue(bytes);
  }

  @Test
  void theStorageIsThatOfTheExtendedFileUnlessSaidAnew() {
    WrittenFile.write(folder, "base.yaml", "capacity: {storage: 1GB}");

    assertThat(read("extends: base.yaml").storage()).hasValue(1_000_000_000);
    assertThat(read("extends: base.yaml\ncapacity: {storage: 2GB}").storage())
        .hasValue(2_000_000_000);
    assertThat(read("extends: drift").storage()).isEmpty();
  }

  @Test
  void theMigratingRoleIsNamedAsTheCatalogHasIt() {
    assertThat(read("migrating-role: \"We\\\"ird; drop\"").migratingRole())
        .contains("We\"ird; drop");
    assertThat(read("migrating-role: 4711").migratingRole()).contains("4711");
    assertThat(read("tables: 1").migratingRole()).isEmpty();
  }
}
