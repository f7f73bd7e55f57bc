package dev.dbpreflight.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.dbpreflight.checks.Comparison.Equal;
import dev.dbpreflight.checks.Expectation.ColumnIs;
import dev.dbpreflight.checks.Expectation.ConstraintIs;
import dev.dbpreflight.checks.Expectation.HttpAnswers;
import dev.dbpreflight.checks.Expectation.IndexIs;
import dev.dbpreflight.checks.Expectation.RowsWithin;
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
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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

  private List<Expectation> expectations(String check) {
    return read("checks:\n  it:\n" + check.indent(4)).checks().get(0).expectations();
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
  void columnsCanBeListedOrHaveNoDefault() {
    assertThat(expectations("columns: [a.b, s.t.c]"))
        .extracting(found -> ((ColumnIs) found).table(), found -> ((ColumnIs) found).column())
        .containsExactly(tuple("a", "b"), tuple("s.t", "c"));
    assertThat(expectations("columns: {a.b: {default: null}, a.c: {default: 0}, a.d: }"))
        .extracting(found -> ((ColumnIs) found).defaultExpression())
        .containsExactly(Optional.of(""), Optional.of("0"), Optional.empty());
  }

  @Test
  void indexesAndConstraintsHaveNamesOrTables() {
    assertThat(
            expectations(
                """
                indexes:
                  - trades_day
                  - {table: trades, columns: [account_id, day], unique: true, where: null}
                """))
        .containsExactly(
            index("trades_day", null, List.of(), null, null, "shop.yaml:4"),
            index(null, "trades", List.of("account_id", "day"), true, "", "shop.yaml:5"));
    assertThat(expectations("indexes: {trades_day: {method: brin}}"))
        .extracting(found -> ((IndexIs) found).method())
        .containsExactly(Optional.of("brin"));
    assertThat(
            expectations(
                "constraints:\n  - {table: t, kind: foreign-key, columns: a, references: u.id,"
                    + " on-delete: set null}\n  - name: c\n    expression: a > 0"))
        .containsExactly(
            new ConstraintIs(
                Optional.empty(),
                Optional.of("t"),
                Optional.of(ConstraintKind.FOREIGN_KEY),
                List.of("a"),
                Optional.of("u.id"),
                Optional.of("set null"),
                Optional.empty(),
                "shop.yaml:4"),
            new ConstraintIs(
                Optional.of("c"),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("a > 0"),
                "shop.yaml:5"));
  }

  private static IndexIs index(
      String name, String table, List<String> columns, Boolean unique, String where, String at) {
    return new IndexIs(
        Optional.ofNullable(name),
        Optional.ofNullable(table),
        columns,
        Optional.ofNullable(unique),
        Optional.empty(),
        Optional.ofNullable(where),
        at);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5                | 5  | 5",
        "0                | 0  | 0",
        "'\">= 1\"'       | 1  | ",
        "'\"> 1\"'        | 2  | ",
        "'\"<= 9\"'       |    | 9",
        "'\"< 9\"'        |    | 8",
        "'{min: 1}'       | 1  | ",
        "'{max: 0}'       |    | 0",
        "'{min: 2, max: 3}' | 2 | 3",
      })
  void rowsAreCountedBetweenBounds(String written, Long min, Long max) {
    assertThat(expectations("rows: {accounts: " + written + "}"))
        .containsExactly(new RowsWithin("accounts", bound(min), bound(max), "shop.yaml:3"));
  }

  private static OptionalLong bound(Long value) {
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  @Test
  void answersHaveTimeoutsAndHeaders() {
    assertThat(
            WrittenFile.read(
                    folder,
                    """
                    checks:
                      api:
                        severity: warning
                        when: [ci, before-deploy]
                        sql: {query: select 1, expect: "> 0", timeout: 500ms}
                        http:
                          url: https://${HOST}/x?a=b
                          headers: {Authorization: "Bearer ${TOKEN}"}
                          timeout: 2m
                    """,
                    Map.of("HOST", "api.internal", "TOKEN", "s3cret"))
                .checks())
        .singleElement()
        .satisfies(
            check -> {
              assertThat(check.severity()).isEqualTo(Severity.WARNING);
              assertThat(check.runsIn("ci")).isTrue();
              assertThat(check.runsIn("drift")).isFalse();
              assertThat(((SqlAnswers) check.expectations().get(0)).timeout())
                  .contains(Duration.ofMillis(500));
              HttpAnswers http = (HttpAnswers) check.expectations().get(1);
              assertThat(http.url().value()).isEqualTo("https://api.internal/x?a=b");
              assertThat(http.headers().get("Authorization").value()).isEqualTo("Bearer s3cret");
              assertThat(http.timeout()).contains(Duration.ofMinutes(2));
              assertThat(check.toString()).contains("${TOKEN}").doesNotContain("s3cret");
            });
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
}
