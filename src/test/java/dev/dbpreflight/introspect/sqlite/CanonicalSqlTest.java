package dev.dbpreflight.introspect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.model.SqlText;
import java.text.ParseException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalSqlTest {
  private static final NameScope TABLE =
      NameScope.ofTable("t", List.of("a", "b", "Price", "key", "end", "c d", "like", "select"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a>0|a > 0",
        "((a > 0))|a > 0",
        "(a) > (0)|(a) > (0)",
        "(a, b)|(a, b)",
        "((a, b)) = (1, 2)|((a, b)) = (1, 2)",
        "(SELECT 1)|(SELECT 1)",
        "PRICE between 1 and 2|Price BETWEEN 1 AND 2",
        "\"price\" + [PRICE] + `Price`|Price + Price + Price",
        "\"c d\" + [c d] + 'c d' + \"c  d\"|\"c d\" + \"c d\" + 'c d' + 'c  d'",
        "a = \"it's\"|a = 'it''s'",
        "a = \"x\"\"y\"|a = 'x\"y'",
        "a is not null AND b isnull|a IS NOT NULL AND b ISNULL",
        "a not in(1,'x',x'ab',- 1)|a NOT IN (1, 'x', X'AB', -1)",
        "a - - b|a - -b",
        "a - -1+~b|a - -1 + ~b",
        "-(-a)|-(-a)",
        "- - a|- -a",
        "a*b/2%3|a * b / 2 % 3",
        "LENGTH( a )+Coalesce(b,0)|length(a) + coalesce(b, 0)",
        "COUNT ( * )|count(*)",
        "t.a > T.\"key\"|t.a > t.\"key\"",
        "key > 1 and END = 2|\"key\" > 1 AND \"end\" = 2",
        "case key when 1 then end else 2 end|CASE \"key\" WHEN 1 THEN \"end\" ELSE 2 END",
        "a like 'x' escape '\\'|a LIKE 'x' ESCAPE '\\'",
        "like like like|\"like\" LIKE \"like\"",
        "like('x', a)|LIKE('x', a)",
        "cast(a as varchar ( 10 ) )|CAST(a AS VARCHAR(10))",
        "cast(a as \"unsigned\" big int)|CAST(a AS UNSIGNED BIG INT)",
        "a collate nocase = b collate \"rtrim\"|a COLLATE NOCASE = b COLLATE RTRIM",
        "true or FALSE or a = 1E5|TRUE OR FALSE OR a = 1e5",
        "a = current_date|a = CURRENT_DATE",
        "replace(a,'x','y')|REPLACE(a, 'x', 'y')",
        "a -> '$.x' ->> 'y'|a -> '$.x' ->> 'y'",
        "a == b and a != b|a = b AND a <> b",
        "a /* x */ > -- y|a >",
        "(select max(a) from t where b='x')|(SELECT max(a) FROM t WHERE b = 'x')",
        "exists(select 1)|EXISTS (SELECT 1)",
        "raise(abort,'no')|RAISE(ABORT, 'no')",
        "unknown + \"select\"|unknown + \"select\"",
        "rowid > ROWID|rowid > rowid",
        "a is distinct from 'x'|a IS DISTINCT FROM 'x'",
        "größe = 'É'|größe = 'É'",
      })
  void writesAnExpression(String written, String canonical) throws ParseException {
    SqlText text = CanonicalSql.expression(SqliteTokens.of(written), TABLE);

    assertThat(text.text()).isEqualTo(canonical);
    assertThat(CanonicalSql.expression(SqliteTokens.of(canonical), TABLE)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "(0)|0",
        "((( 0 )))|0",
        "- 1|-1",
        "+ 1|1",
        "'x'|'x'",
        "\"x\"|'x'",
        "x|'x'",
        "[x y]|'x y'",
        "Key|'Key'",
        "\"true\"|'true'",
        "tRue|TRUE",
        "null|~~",
        "(NULL)|~~",
        "Current_Timestamp|CURRENT_TIMESTAMP",
        "(current_time)|CURRENT_TIME",
        "\"CURRENT_DATE\"|'CURRENT_DATE'",
        "x'aB'|X'AB'",
        "0X1f|0x1f",
        "DATETIME ( 'Now' , 'localtime' )|datetime('Now', 'localtime')",
        "(1)+(2)|(1) + (2)",
        "/* x */ 1|1",
        "'a''b'|'a''b'",
      })
  void writesADefault(String written, String canonical) throws ParseException {
    assertThat(CanonicalSql.defaultValue(SqliteTokens.of(written)).text()).isEqualTo(canonical);
  }

  private static RelationNames relations() {
    RelationNames relations = new RelationNames();
    relations.add("Users", List.of("id", "Name", "key"), List.of("id"));
    relations.add("other", List.of("x"), List.of());
    return relations;
  }

  private static String query(String sql) throws ParseException {
    List<SqlToken> tokens = SqliteTokens.of(sql);
    return CanonicalSql.query(tokens, NameScope.ofStatement(tokens, relations())).text();
  }

  @Test
  void writesAQueryWithALineForEachClause() throws ParseException {
    assertThat(
            query(
                "select u.NAME as n, (select max(x),1 from other) m,count(*) 'c c' from users u"
                    + " left outer join [other] o on o.x=u.id where \"name\" is distinct from"
                    + " \"none\" group by 1,2 order by n desc limit 3"))
        .isEqualTo(
            """
            SELECT u.Name AS n,
              (SELECT max(x), 1 FROM other) m,
              count(*) "c c"
            FROM Users u
            LEFT OUTER JOIN other o ON o.x = u.id
            WHERE Name IS DISTINCT FROM 'none'
            GROUP BY 1,
              2
            ORDER BY n DESC
            LIMIT 3\
            """);
  }

  @Test
  void takesAWordInDoubleQuotesForAStringWhereNothingHasItsName() throws ParseException {
    assertThat(query("SELECT \"x\" FROM users")).isEqualTo("SELECT 'x'\nFROM Users");
    assertThat(query("SELECT \"x\" FROM users, other")).isEqualTo("SELECT x\nFROM Users,\n  other");
    assertThat(query("SELECT id AS \"x y\" FROM users ORDER BY \"X y\""))
        .isEqualTo("SELECT id AS \"x y\"\nFROM Users\nORDER BY \"x y\"");
    assertThat(query("SELECT count(*) \"n\" FROM users ORDER BY \"n\""))
        .isEqualTo("SELECT count(*) n\nFROM Users\nORDER BY n");
  }

  @Test
  void takesAStringForANameWhereNothingElseCanStand() throws ParseException {
    assertThat(query("SELECT 'users'.'id' AS 'I' FROM 'users' JOIN 'other' 'o'"))
        .isEqualTo("SELECT Users.id AS I\nFROM Users\nJOIN other o");
  }
}
