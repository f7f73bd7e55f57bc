package dev.dbpreflight.introspect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.model.Column;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.SqlText;
import dev.dbpreflight.model.Table;
import dev.dbpreflight.model.Trigger;
import dev.dbpreflight.model.Unsupported;
import dev.dbpreflight.model.View;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComputedColumnsTest {
  @TempDir Path folder;

  private SchemaModel read(String script) {
    return SqliteModels.of(folder, script);
  }

  @Test
  void aBrokenViewKeepsItsQueryAndDoesNotStopTheRest() {
    SchemaModel model =
        read(
            """
            CREATE TABLE t (a);
            CREATE VIEW one AS SELECT a FROM t;
            CREATE VIEW broken AS SELECT x FROM nowhere;
            CREATE VIEW on_broken AS SELECT * FROM broken;
            CREATE VIEW column_gone AS SELECT b FROM t;
            CREATE VIEW no_function AS SELECT their_own(a) FROM t;
            CREATE VIEW circle AS SELECT * FROM circle;
            CREATE VIEW two AS SELECT a FROM t;
            CREATE TRIGGER g INSTEAD OF DELETE ON broken BEGIN SELECT 1; END;
            """);

    assertThat(model.unsupported())
        .containsExactly(
            new Unsupported(
                "unreadable view",
                List.of("broken", "circle", "column_gone", "no_function", "on_broken")));
    assertThat(model.all(View.class))
        .filteredOn(view -> !view.columns().isEmpty())
        .extracting(view -> view.name().name())
        .containsExactly("one", "two");
    View broken = model.all(View.class).getFirst();
    assertThat(broken.definition()).isEqualTo(SqlText.of("SELECT x\nFROM nowhere"));
    assertThat(broken.triggers()).extracting(Trigger::name).containsExactly("g");
  }

  @Test
  void aViewThatSearchesIsNotBroken() {
    SchemaModel model =
        read(
            """
            CREATE VIRTUAL TABLE f USING fts5(x);
            CREATE VIEW found AS SELECT highlight(f, 0, '<', '>') AS h, rank FROM f WHERE f MATCH 'a';
            """);

    assertThat(model.unsupported()).isEmpty();
    assertThat(model.all(View.class).getFirst().columns())
        .extracting(Column::name)
        .containsExactly("h", "rank");
  }

  @Test
  void aVirtualTableWhoseModuleIsMissingKeepsItsText() {
    SchemaModel model =
        read(
            """
            CREATE TABLE t (a);
            CREATE VIEW v AS SELECT a FROM t;
            PRAGMA writable_schema = ON;
            INSERT INTO sqlite_schema VALUES
              ('table', 'area', 'area', 0, 'CREATE VIRTUAL TABLE area USING TheirModule(a,  ''x  y'')');
            """);

    assertThat(model.unsupported())
        .containsExactly(new Unsupported("unreadable virtual table", List.of("area")));
    Table area = model.tables().getFirst();
    assertThat(area.form()).isEqualTo(Table.Form.VIRTUAL);
    assertThat(area.module()).isEqualTo(SqlText.of("theirmodule(a, 'x  y')"));
    assertThat(area.columns()).isEmpty();
    assertThat(model.all(View.class).getFirst().columns()).hasSize(1);
  }

  @Test
  void aTriggerThatNamesWhatIsNotThereIsRead() {
    SchemaModel model =
        read(
            "CREATE TABLE t (a); CREATE TRIGGER g DELETE ON t BEGIN INSERT INTO gone SELECT x;"
                + " END;");

    assertThat(model.unsupported()).isEmpty();
    assertThat(model.tables().getFirst().triggers().getFirst().definition().text())
        .contains("INSERT INTO gone SELECT x;");
  }
}
