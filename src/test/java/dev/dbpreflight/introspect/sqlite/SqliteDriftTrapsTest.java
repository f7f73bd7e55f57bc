package dev.dbpreflight.introspect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.diff.Aspect;
import dev.dbpreflight.diff.SchemaDiff;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What makes other tools cry wolf on SQLite: here is no difference. */
class SqliteDriftTrapsTest {
  @TempDir private Path folder;

  @Test
  void defaultInParenthesesAgainstWithout() {
    equal(
        """
        create table t (
          a integer default (0), b integer default (-1), c text default ('x'), d real default (1.5),
          e text default (CURRENT_TIMESTAMP), f boolean default (true), g text default (null));
        """,
        """
        create table t (
          a integer default 0, b integer default -1, c text default 'x', d real default 1.5,
          e text default current_timestamp, f boolean default true, g text default null);
        """);
  }

  @Test
  void functionalIndexIsReadAndStaysTheSame() {
    String table = "create table t (a text, b text);";
    equal(
        table + "create index i on t (lower(a), b || 'x') where b is not null",
        table + "CREATE INDEX i ON t(lower( a ),b||'x') WHERE b IS NOT NULL");
    assertThat(
            new SchemaDiff(Set.of())
                .compare(
                    SqliteModels.of(folder, table + "create index i on t (lower(a))"),
                    SqliteModels.of(folder, table)))
        .hasSize(1);
  }

  @Test
  void columnOrderAfterAlterTableAddColumn() {
    String created = "create table t (a integer, b text, c date)";
    String[] altered = {"create table t (a integer, c date)", "alter table t add column b text"};

    assertThat(
            new SchemaDiff(EnumSet.complementOf(EnumSet.of(Aspect.COLUMN_ORDER)))
                .compare(SqliteModels.of(folder, created), SqliteModels.of(folder, altered)))
        .isEmpty();
  }

  @Test
  void currentValuesOfAutoincrement() {
    String table = "create table t (id integer primary key autoincrement, a text);";

    equal(table, table + "insert into t (a) values ('x'), ('y'); delete from t;");
  }

  private void equal(String one, String other) {
    assertThat(
            new SchemaDiff(EnumSet.allOf(Aspect.class))
                .compare(SqliteModels.of(folder, one), SqliteModels.of(folder, other)))
        .isEmpty();
  }
}
