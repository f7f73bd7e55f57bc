package dev.dbpreflight.introspect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.connect.Session;
import dev.dbpreflight.model.Column;
import dev.dbpreflight.model.Column.Generated;
import dev.dbpreflight.model.Constraint;
import dev.dbpreflight.model.Constraint.Check;
import dev.dbpreflight.model.Constraint.Deferral;
import dev.dbpreflight.model.Engine;
import dev.dbpreflight.model.Index;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.SchemaObject;
import dev.dbpreflight.model.SqlText;
import dev.dbpreflight.model.Table;
import dev.dbpreflight.model.Trigger;
import dev.dbpreflight.model.View;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.SchemaBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteIntrospectorTest {
  @TempDir Path folder;

  private SchemaModel read(String... scripts) {
    return SqliteModels.of(folder, scripts);
  }

  private static SqlText sql(String text) {
    return SqlText.of(text);
  }

  @Test
  void readsATableWhole() {
    SchemaModel model =
        read(
            """
            CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT);
            CREATE TABLE orders (
              id integer CONSTRAINT orders_key PRIMARY KEY,
              user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
              state text COLLATE nocase DEFAULT "open" CHECK (state <> ''),
              cents INTEGER NOT NULL DEFAULT (0),
              total REAL GENERATED ALWAYS AS (cents/100.0) STORED,
              CONSTRAINT one_state UNIQUE (user_id, state) ON CONFLICT REPLACE
            );
            CREATE UNIQUE INDEX orders_open ON orders (lower(state) DESC, cents) WHERE state = 'open';
            CREATE TRIGGER orders_log AFTER DELETE ON orders BEGIN DELETE FROM users; END;
            """);

    SchemaBuilder expected =
        SchemaBuilder.sqlite()
            .table(
                "users",
                table ->
                    table
                        .column("id", "INTEGER")
                        .primaryKey("id")
                        .setConstraint("autoincrement", true))
            .table(
                "orders",
                table ->
                    table
                        .column("id", "INTEGER")
                        .column("user_id", "INTEGER")
                        .notNull()
                        .column("state", "TEXT")
                        .setColumn("collation", "NOCASE")
                        .defaultTo("'open'")
                        .column("cents", "INTEGER")
                        .notNull()
                        .defaultTo("0")
                        .column("total", "REAL")
                        .generated("cents / 100.0")
                        .primaryKey("id")
                        .setConstraint("name", "orders_key")
                        .unique("user_id", "state")
                        .setConstraint("name", "one_state")
                        .setConstraint("onConflict", "REPLACE")
                        .foreignKey("user_id", "users", "id")
                        .setConstraint("name", "(user_id) -> users(id)")
                        .setConstraint("onDelete", "CASCADE")
                        .check("(state <> '')", "state <> ''")
                        .index("orders_open", true, "cents")
                        .setIndex(
                            "keys",
                            List.of(
                                new Index.Key(sql("lower(state)"), false, "", "", true, false),
                                Index.Key.of("cents")))
                        .setIndex("predicate", sql("state = 'open'"))
                        .trigger(
                            "orders_log",
                            """
                            CREATE TRIGGER orders_log
                            AFTER DELETE ON orders FOR EACH ROW
                            BEGIN
                              DELETE FROM users;
                            END\
                            """));
    assertThat(model.objects()).isEqualTo(expected.build().objects());
    assertThat(model.unsupported()).isEmpty();
    assertThat(model.engine()).isEqualTo(Engine.SQLITE);
    assertThat(model.version().major()).isEqualTo(3);
  }

  @Test
  void readsAViewWhole() {
    SchemaModel model =
        read(
            """
            CREATE TABLE t (a VARCHAR(10), b INTEGER);
            CREATE VIEW v (x, "y z") AS SELECT a, "B"+1 FROM t;
            CREATE TRIGGER g INSTEAD OF INSERT ON V WHEN new.x > 0 BEGIN SELECT RAISE(FAIL, 'no'); END;
            """);

    assertThat(model.all(View.class))
        .isEqualTo(
            SchemaBuilder.sqlite()
                .view("v", "SELECT a,\n  b + 1\nFROM t")
                .set("columns", List.of(Column.of("x", 1, "VARCHAR(10)"), Column.of("y z", 2, "")))
                .set(
                    "triggers",
                    List.of(
                        new Trigger(
                            "g",
                            sql(
                                """
                                CREATE TRIGGER g
                                INSTEAD OF INSERT ON v FOR EACH ROW
                                WHEN new.x > 0
                                BEGIN
                                  SELECT RAISE(FAIL, 'no');
                                END\
                                """),
                            "ORIGIN",
                            "")))
                .build()
                .all(View.class));
  }

  @Test
  void leavesOutWhatIsNotTheUsers() {
    SchemaModel model =
        read(
            """
            CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a UNIQUE);
            CREATE INDEX i ON t (a);
            CREATE VIRTUAL TABLE f USING fts5(x);
            CREATE VIRTUAL TABLE r USING rtree(id, low, high);
            CREATE TEMP TABLE temporary (a);
            CREATE TEMP VIEW temporary_view AS SELECT 1;
            CREATE TEMP TRIGGER temporary_trigger DELETE ON t BEGIN SELECT 1; END;
            INSERT INTO t (a) VALUES (1);
            ANALYZE;
            """);

    assertThat(model.objects())
        .extracting(object -> "" + object.name())
        .containsExactly("f", "r", "t");
    Table table = model.tables().getLast();
    assertThat(table.indexes()).extracting(Index::name).containsExactly("i");
    assertThat(table.triggers()).isEmpty();
  }

  @Test
  void readsVirtualTablesWithTheColumnsThatAStatementSees() {
    SchemaModel model = read("CREATE VIRTUAL TABLE f USING FTS5(title, body, tokenize='ascii');");

    assertThat(model.objects())
        .isEqualTo(
            SchemaBuilder.sqlite()
                .table(
                    "f",
                    table ->
                        table
                            .column("title", "")
                            .column("body", "")
                            .set("form", Table.Form.VIRTUAL)
                            .set("module", sql("fts5(title, body, tokenize='ascii')")))
                .build()
                .objects());
  }

  @Test
  void anEmptyFileAndAMissingOneAreEmptySchemas() throws IOException {
    Path missing = folder.resolve("missing.db");
    Path empty = Files.createFile(folder.resolve("empty.db"));

    SchemaModel ofMissing = SqliteModels.read(missing);

    assertThat(ofMissing.objects()).isEmpty();
    assertThat(ofMissing.unsupported()).isEmpty();
    assertThat(SqliteModels.read(empty)).isEqualTo(ofMissing);
    assertThat(missing).doesNotExist();
    assertThat(empty).isEmptyFile();
  }

  @Test
  void namesCanHoldAnything() {
    SchemaModel model = read(script("hostile_names.sql"));

    assertThat(model.objects())
        .extracting(object -> object.name().name())
        .contains("", "\"; drop table users; --", "::error::", "table", "v; select", "sqlitelike");
    Table table = model.table(SchemaBuilder.name("\"; drop table users; --")).orElseThrow();
    assertThat(table.columns())
        .extracting(Column::name)
        .containsExactly(
            "a\"b",
            "c d",
            "e`f",
            "g'h",
            "[x]",
            "line\nbreak",
            "tab\t",
            "🐘",
            "größe",
            "GRÖSSE",
            "",
            "select",
            "1st",
            "a.b",
            "a--b",
            "/*c*/",
            "(p)",
            "%s",
            "\\");
    assertThat(table.constraints(Check.class))
        .extracting(Check::expression)
        .containsExactly(sql("größe > 0"), sql("\"a\"\"b\" <> \"c d\" AND \"select\" > \"1st\""));
    assertThat(model.unsupported()).isEmpty();
  }

  private static String script(String name) {
    try {
      return Files.readString(Path.of("src/test/resources/schemas/sqlite", name));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aForeignKeyNamesItsTableAsTheCatalogDoes() {
    SchemaModel model =
        read(
            "CREATE TABLE Users (Id INTEGER PRIMARY KEY); CREATE TABLE t (a REFERENCES uSERS"
                + " (iD));");

    Constraint.ForeignKey key =
        model.tables().getLast().constraints(Constraint.ForeignKey.class).getFirst();
    assertThat(key.references()).isEqualTo(SchemaBuilder.name("Users"));
    assertThat(key.referencedColumns()).containsExactly("Id");
    assertThat(key.deferral()).isEqualTo(Deferral.NOT_DEFERRABLE);
  }

  @Test
  void aColumnThatSqliteComputesSaysHow() {
    Table table =
        read("CREATE TABLE t (a, b AS (a||'x'), c TEXT GENERATED ALWAYS AS (upper(B)) STORED);")
            .tables()
            .getFirst();

    assertThat(table.columns())
        .extracting(Column::generated)
        .containsExactly(Generated.NEVER, Generated.VIRTUAL, Generated.STORED);
    assertThat(table.columns())
        .extracting(Column::generationExpression)
        .containsExactly(SqlText.NONE, sql("a || 'x'"), sql("upper(b)"));
  }

  @Test
  void theNumberOfStatementsDoesNotDependOnTheNumberOfTables() {
    Path small = Databases.sqlite(folder, tables(3));
    Path large = Databases.sqlite(folder, "BEGIN; " + tables(5000) + " COMMIT;");

    assertThat(statements(large, 5000)).isEqualTo(statements(small, 3)).isEqualTo(6);
  }

  private static String tables(int count) {
    String last = "t" + (count - 1);
    return IntStream.range(0, count)
        .mapToObj(
            "CREATE TABLE t%d (id INTEGER PRIMARY KEY, a TEXT, b REFERENCES t0);\n"::formatted)
        .collect(
            Collectors.joining(
                "",
                "",
                "CREATE INDEX i ON %1$s (b); CREATE VIEW v AS SELECT a FROM %1$s;"
                    .formatted(last)));
  }

  /** Sent to read the schema, beside those that open the session. */
  private static int statements(Path file, int tables) {
    try (Session session = SqliteModels.session(file)) {
      int before = session.traffic().statements();
      List<SchemaObject> objects = new SqliteIntrospector().schema(session).objects();
      assertThat(objects).hasSize(tables + 1);
      return session.traffic().statements() - before;
    }
  }
}
