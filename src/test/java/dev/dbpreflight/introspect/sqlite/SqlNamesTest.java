package dev.dbpreflight.introspect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlNamesTest {
  private static final List<String> NO_KEYWORDS =
      List.of("rowid", "strict", "stored", "true", "false", "id", "integer", "sum", "excluded");

  @Test
  void theReservedWordsAreThoseThatSqliteTakesForNoName() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        Statement statement = connection.createStatement()) {
      for (String keyword : SqlNames.keywords()) {
        assertThat(SqlNames.isReserved(keyword))
            .as(keyword)
            .isEqualTo(
                !accepts(statement, "SELECT 1 AS x, t.%1$s FROM (SELECT 2 AS %1$s) AS t", keyword));
      }
    }
  }

  @Test
  void aWordThatIsNoKeywordNeedsNoQuotes() {
    assertThat(NO_KEYWORDS).allMatch(word -> SqlNames.identifier(word).equals(word));
  }

  private static boolean accepts(Statement statement, String ddl, String name) {
    try {
      statement.execute(ddl.formatted(name));
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "plain|plain",
        "Mixed_1$|Mixed_1$",
        "größe|größe",
        "1st|\"1st\"",
        "a b|\"a b\"",
        "a\"b|\"a\"\"b\"",
        "Select|\"Select\"",
        "~~|\"\"",
        "a.b|\"a.b\"",
        "[x]|\"[x]\"",
      })
  void anIdentifierIsQuotedOnlyWhereItMustBe(String name, String identifier) {
    assertThat(SqlNames.identifier(name)).isEqualTo(identifier);
  }

  @Test
  void onlyTheLettersOfAsciiAreFolded() {
    assertThat(SqlNames.fold("ÄbC_ÉI")).isEqualTo("Äbc_Éi");
    assertThat(SqlNames.capitals("äbc_ſı")).isEqualTo("äBC_ſı");
    assertThat(SqlNames.same("Users", "uSERS")).isTrue();
    assertThat(SqlNames.same("K", "\u212a")).as("the sign for kelvin").isFalse();
  }
}
