package dev.dbpreflight.introspect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.ParseException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteTokensTest {

  private static List<String> texts(String sql) throws ParseException {
    return SqliteTokens.of(sql).stream().map(SqlToken::text).toList();
  }

  @Test
  void cutsNamesInEveryQuoting() throws ParseException {
    List<SqlToken> tokens = SqliteTokens.of("a\"b \"\"c\"[d ]`e``f`'g''h'größe$1");

    assertThat(tokens)
        .extracting(SqlToken::text)
        .containsExactly("a", "\"b \"\"c\"", "[d ]", "`e``f`", "'g''h'", "größe$1");
  }

  @Test
  void tellsTheNameInsideOfTheQuotes() throws ParseException {
    assertThat(SqliteTokens.of("a \"b \"\"c\" [d\"\"] `e``f` 'g''h' \"\""))
        .extracting(SqlToken::name)
        .containsExactly("a", "b \"c", "d\"\"", "e`f", "g'h", "");
  }

  @Test
  void leavesOutCommentsAndWhiteSpace() throws ParseException {
    assertThat(texts("a--b\nc/*d*/e/**/f\t\r\n\fg -- to the end"))
        .containsExactly("a", "c", "e", "f", "g");
    assertThat(texts("a /* never closed")).containsExactly("a");
    assertThat(texts("a - -b -->c")).containsExactly("a", "-", "-", "b");
    assertThat(texts("a / * b")).containsExactly("a", "/", "*", "b");
  }

  @Test
  void cutsNumbersBlobsAndVariables() throws ParseException {
    assertThat(texts("1 1.5 .5 1. 1e5 1E-5 0x1F 1_000 x'ab' X'' ?1 :a @b $c"))
        .containsExactly(
            "1", "1.5", ".5", "1.", "1e5", "1E-5", "0x1F", "1_000", "x'ab'", "X''", "?1", ":a",
            "@b", "$c");
    assertThat(texts("t.1e5")).containsExactly("t", ".1e5");
  }

  @Test
  void cutsOperatorsAtTheirLongest() throws ParseException {
    assertThat(texts("a->>b->c||d==e!=f<>g<=h>=i<<j>>k=l"))
        .containsExactly(
            "a", "->>", "b", "->", "c", "||", "d", "==", "e", "!=", "f", "<>", "g", "<=", "h", ">=",
            "i", "<<", "j", ">>", "k", "=", "l");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'open", "\"open", "`open", "[open", "x'a'", "x'ag'", "1a", "0x", "a ^ b", "\u0000"
      })
  void refusesWhatSqliteRefuses(String sql) {
    assertThatThrownBy(() -> SqliteTokens.of(sql)).isInstanceOf(ParseException.class);
  }
}
