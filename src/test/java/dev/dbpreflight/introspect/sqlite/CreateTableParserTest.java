package dev.dbpreflight.introspect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbpreflight.introspect.sqlite.TableText.CheckText;
import dev.dbpreflight.introspect.sqlite.TableText.ColumnText;
import dev.dbpreflight.introspect.sqlite.TableText.ForeignKeyText;
import dev.dbpreflight.introspect.sqlite.TableText.KeyText;
import java.text.ParseException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateTableParserTest {

  /** The columns behind the parenthesis, and what is read of them beyond their names. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a|a",
        "a INTEGER, b|a, b",
        "\"a b\" \"INT EGER\", [c d] [x y] (1), `e` 'text'|a b, c d, e",
        "'a' , \"\", b|a, , b",
        "key, desc desc, action action, end|key, desc, action, end",
        "a UNSIGNED BIG INT (10, -2) NOT NULL|a",
        "a TEXT COLLATE nocase, b COLLATE \"RTRIM\", c COLLATE BINARY|a NOCASE, b RTRIM, c",
        "a CONSTRAINT n NOT NULL ON CONFLICT REPLACE, b NOT NULL ON CONFLICT ABORT|a n REPLACE, b",
        "a CONSTRAINT x DEFAULT 1 NOT NULL, b CONSTRAINT y CONSTRAINT z NOT NULL|a, b z",
        "a DEFAULT (f(1, (2))) NOT NULL, b DEFAULT - 1 UNIQUE, c DEFAULT 'x' 'y'|!",
        "a DEFAULT (f(1, (2))) NOT NULL, b DEFAULT - 1 UNIQUE, c DEFAULT x|a, b, c",
        "a DEFAULT CURRENT_TIMESTAMP, b DEFAULT x'ab', c DEFAULT \"x\", d DEFAULT .5|a, b, c, d",
        "a GENERATED ALWAYS AS (b + 1) STORED, b AS (1) VIRTUAL UNIQUE, c generated always|a = b+1,"
            + " b = 1, c",
        "a INT GENERATED ALWAYS AS ((1), 2)|a = (1),2",
        "a NULL ON CONFLICT FAIL, b NOT DEFERRABLE|a, b",
        "a REFERENCES t, b REFERENCES t (x, y) MATCH FULL ON DELETE SET NULL ON UPDATE NO ACTION|a,"
            + " b",
        "a INTEGER PRIMARY KEY ASC ON CONFLICT IGNORE AUTOINCREMENT NOT NULL|a",
        "a /* , b */ INT -- , c|a",
      })
  void readsColumns(String columns, String expected) throws ParseException {
    String sql = "CREATE TABLE t (" + columns + "\n)";
    if (expected.equals("!")) {
      assertThatThrownBy(() -> CreateTableParser.parse(sql)).isInstanceOf(ParseException.class);
    } else {
      assertThat(
              CreateTableParser.parse(sql).columns().values().stream()
                  .map(CreateTableParserTest::spoken)
                  .collect(Collectors.joining(", ")))
          .isEqualTo(expected == null ? "" : expected);
    }
  }

  private static String spoken(ColumnText column) {
    String generation =
        column.generation().stream().map(SqlToken::text).collect(Collectors.joining(""));
    return String.join(
            " ",
            List.of(
                column.name(),
                column.collation(),
                column.notNullName(),
                column.notNullConflict(),
                generation.isEmpty() ? "" : "= " + generation))
        .replaceAll(" +", " ")
        .stripTrailing();
  }

  /** The constraints, of columns and of the table. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a PRIMARY KEY|primary (a)",
        "a CONSTRAINT \"p k\" PRIMARY KEY DESC ON CONFLICT FAIL AUTOINCREMENT|p k primary (a) FAIL"
            + " auto",
        "a, PRIMARY KEY (a AUTOINCREMENT) ON CONFLICT ROLLBACK|primary (a) ROLLBACK auto",
        "a UNIQUE UNIQUE ON CONFLICT IGNORE|unique (a); unique (a) IGNORE",
        "a, b, CONSTRAINT u UNIQUE (b COLLATE nocase DESC, a ASC)|u unique (b NOCASE, a)",
        "a, UNIQUE ((a) COLLATE BINARY), UNIQUE ('a', [a])|unique (a BINARY); unique (a, a)",
        "a CHECK (a > 0) CONSTRAINT c CHECK (a)|check a>0; c check a",
        "a CONSTRAINT dangling, CHECK (a)|check a",
        "a CONSTRAINT taken NOT NULL CHECK (a)|check a",
        "a, CHECK ((a, (1)) IN (SELECT 1)) ON CONFLICT FAIL UNIQUE (a)|unique (a); check"
            + " (a,(1))IN(SELECT1)",
        "a, CONSTRAINT x CONSTRAINT y CHECK (a) CHECK (1)|y check a; check 1",
        "a REFERENCES p DEFERRABLE INITIALLY DEFERRED|(a) p deferred",
        "a REFERENCES p ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE|(a) p",
        "a REFERENCES p NOT NULL DEFERRABLE INITIALLY DEFERRED|(a) p deferred",
        "a REFERENCES p NOT DEFERRABLE INITIALLY DEFERRED, b REFERENCES q|(a) p; (b) q",
        "a REFERENCES p DEFERRABLE, b DEFERRABLE INITIALLY DEFERRED|(a) p deferred",
        "a, b, CONSTRAINT f FOREIGN KEY (a, [b]) REFERENCES \"p q\" ('x', y) ON INSERT SET"
            + " DEFAULT|f (a, b) p q",
        "a, FOREIGN KEY (a) REFERENCES p MATCH SIMPLE DEFERRABLE INITIALLY DEFERRED CHECK (a)|check"
            + " a; (a) p deferred",
      })
  void readsConstraints(String definition, String expected) throws ParseException {
    TableText text = CreateTableParser.parse("CREATE TABLE t (" + definition + ")");

    String keys = text.keys().stream().map(CreateTableParserTest::spoken).collect(joined());
    String checks = text.checks().stream().map(CreateTableParserTest::spoken).collect(joined());
    String foreign =
        text.foreignKeys().stream().map(CreateTableParserTest::spoken).collect(joined());
    assertThat(
            List.of(keys, checks, foreign).stream()
                .filter(part -> !part.isEmpty())
                .collect(joined()))
        .isEqualTo(expected);
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joined() {
    return Collectors.joining("; ");
  }

  private static String spoken(KeyText key) {
    String parts =
        key.parts().stream()
            .map(
                part ->
                    part.column()
                        + part.collation()
                            .map(name -> name.isEmpty() ? " BINARY" : " " + name)
                            .orElse(""))
            .collect(Collectors.joining(", ", "(", ")"));
    return String.join(
            " ",
            key.name(),
            key.primary() ? "primary" : "unique",
            parts,
            key.conflict(),
            key.autoincrement() ? "auto" : "")
        .replaceAll(" +", " ")
        .strip();
  }

  private static String spoken(CheckText check) {
    String expression =
        check.expression().stream().map(SqlToken::text).collect(Collectors.joining(""));
    return (check.name() + " check " + expression).strip();
  }

  private static String spoken(ForeignKeyText key) {
    String deferred = key.deferred() ? " deferred" : "";
    return (key.name() + " (" + String.join(", ", key.columns()) + ") " + key.table() + deferred)
        .strip();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE t(a)",
        "create temp table if not exists main . t(a)",
        "CREATE TABLE \"t\"\"\" (a) WITHOUT ROWID, STRICT",
        "/* x */ CREATE TABLE 't' (a) strict -- end",
        "CREATE TABLE [a.b] (a, b, c, UNIQUE (a) UNIQUE (b), UNIQUE (c)) without rowid",
      })
  void acceptsEveryFrame(String sql) throws ParseException {
    assertThat(CreateTableParser.parse(sql).column("A").name()).isEqualTo("a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "CREATE",
        "CREATE TABLE t",
        "CREATE TABLE t (a",
        "CREATE TABLE t (a))",
        "CREATE TABLE t (a,)",
        "CREATE TABLE t ()",
        "CREATE TABLE t (a) WITH ROWID",
        "CREATE TABLE t AS SELECT 1",
        "CREATE TABLE t (a CHECK a > 0)",
        "CREATE TABLE t (a PRIMARY)",
        "CREATE TABLE t (a, UNIQUE a)",
        "CREATE TABLE t (a, FOREIGN KEY (a))",
        "CREATE TABLE t (a DEFAULT )",
        "CREATE TABLE t (a, UNIQUE (a), b)x",
        "CREATE VIEW t AS SELECT 1",
      })
  void refusesWhatIsNoTable(String sql) {
    assertThatThrownBy(() -> CreateTableParser.parse(sql)).isInstanceOf(ParseException.class);
  }
}
