package dev.dbpreflight.diff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteDialectTest {
  private final Dialect dialect = new SqliteDialect();

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      value = {
        "0 ¦ (0)",
        "CURRENT_TIMESTAMP ¦ ( current_timestamp )",
        "select A from T -- all of them ¦ SELECT a FROM t",
        "SELECT a FROM \"t\" ¦ SELECT a FROM t",
        "SELECT a FROM x JOIN \"t\" ON \"t\".a = x.a ¦ SELECT a FROM x JOIN t ON t.a = x.a",
        "CREATE TRIGGER g AFTER INSERT ON \"t\" BEGIN SELECT 1; END "
            + " ¦ CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1; END",
        "a>0/* more */ AND b ¦ a > 0 AND b",
      })
  void provesTheSameMeaning(String one, String other) {
    assertThat(dialect.sameText(one, other)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      value = {
        "'a' ¦ 'A'",
        "\"a\" ¦ a",
        "a IS DISTINCT FROM \"b\" ¦ a IS DISTINCT FROM b",
        "0 ¦ 1",
        "(a), (b) ¦ a), (b",
        "[a b] ¦ [a  b]",
        "x'00' ¦ '00'",
      })
  void provesNothingWhereTheMeaningMayDiffer(String one, String other) {
    assertThat(dialect.sameText(one, other)).isFalse();
  }

  @Test
  void versionsAreNeverAnExcuse() {
    assertThat(dialect.excuse("a", "b")).isEmpty();
  }

  @Test
  void foldsOnlyTheLettersThatSqliteFolds() {
    assertThat(dialect.sameName("Users", "USERS")).isTrue();
    assertThat(dialect.sameName("Ärger", "ärger")).isFalse();
  }
}
