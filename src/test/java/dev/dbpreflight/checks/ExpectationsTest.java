package dev.dbpreflight.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dbpreflight.checks.Expectation.ColumnIs;
import dev.dbpreflight.checks.Expectation.ConstraintIs;
import dev.dbpreflight.checks.Expectation.HttpAnswers;
import dev.dbpreflight.checks.Expectation.IndexIs;
import dev.dbpreflight.checks.Expectation.RowsWithin;
import dev.dbpreflight.checks.Expectation.SqlAnswers;
import dev.dbpreflight.rules.Severity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What checks expect, as it can be written. */
class ExpectationsTest {
  @TempDir private Path folder;

  private CheckFile read(String text) {
    return WrittenFile.read(folder, text);
  }

  private List<Expectation> expectations(String check) {
    return read("checks:\n  it:\n" + check.indent(4)).checks().get(0).expectations();
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
                    Map.of("HOST", "api.internal", "TOKEN", "pl4nted"))
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
              assertThat(http.headers().get("Authorization").value()).isEqualTo("Bearer pl4nted");
              assertThat(http.timeout()).contains(Duration.ofMinutes(2));
              assertThat(check.toString()).contains("${TOKEN}").doesNotContain("pl4nted");
            });
  }
}
