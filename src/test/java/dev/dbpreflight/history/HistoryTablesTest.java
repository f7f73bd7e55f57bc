package dev.dbpreflight.history;

import static dev.dbpreflight.support.SchemaBuilder.postgres;
import static dev.dbpreflight.support.SchemaBuilder.sqlite;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.model.Attributes;
import dev.dbpreflight.model.EventTrigger;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.SchemaObject;
import dev.dbpreflight.model.Table;
import dev.dbpreflight.support.SchemaBuilder;
import dev.dbpreflight.support.TableBuilder;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class HistoryTablesTest {
  private static final Consumer<TableBuilder> DRIZZLE =
      table ->
          table
              .column("id", "integer")
              .column("hash", "text")
              .column("created_at", "bigint")
              .primaryKey("id");
  private static final Consumer<TableBuilder> PGROLL =
      table ->
          table
              .column("schema", "name")
              .column("name", "text")
              .column("migration", "jsonb")
              .column("parent", "text")
              .column("done", "boolean")
              .column("resulting_schema", "jsonb");

  @Test
  void leavesOutTheSequenceOfATableThatIsATools() {
    SchemaModel model =
        postgres(17)
            .schema("drizzle")
            .table("drizzle.__drizzle_migrations", DRIZZLE)
            .sequence("drizzle.__drizzle_migrations_id_seq")
            .set("ownedBy", "drizzle.__drizzle_migrations.id")
            .table("public.users", table -> table.column("id", "bigint"))
            .sequence("public.tickets")
            .build();

    assertThat(users(model)).containsExactly("public.tickets", "public.users");
  }

  @Test
  void keepsASchemaInWhichAUserHasObjectsToo() {
    SchemaModel model =
        postgres(17)
            .schema("drizzle")
            .table("drizzle.__drizzle_migrations", DRIZZLE)
            .table("drizzle.users", table -> table.column("id", "bigint"))
            .build();

    assertThat(users(model)).containsExactly("drizzle", "drizzle.users");
  }

  @Test
  void keepsThePublicSchema() {
    SchemaModel model =
        postgres(17)
            .schema("public")
            .table("public.alembic_version", table -> table.column("version_num", "text"))
            .build();

    assertThat(users(model)).containsExactly("public");
  }

  @Test
  void leavesOutAllOfASchemaThatAToolKeepsForItself() {
    SchemaModel model =
        postgres(17)
            .schema("pgroll")
            .table("pgroll.migrations", PGROLL)
            .table("pgroll.anything", table -> table.column("id", "bigint"))
            .function("pgroll.latest()", "text", "SELECT 1")
            .add(
                new EventTrigger(
                    ObjectName.global("pg_roll_handle_ddl"),
                    "ddl_command_end",
                    List.of(),
                    "pgroll.raw_migration()",
                    "ORIGIN",
                    Attributes.NONE))
            .add(
                new EventTrigger(
                    ObjectName.global("audit"),
                    "ddl_command_end",
                    List.of(),
                    "public.audit()",
                    "ORIGIN",
                    Attributes.NONE))
            .build();

    assertThat(users(model)).containsExactly("audit");
  }

  @Test
  void takesNoSchemaFromAUserBecauseAToolShouldHaveOne() {
    SchemaModel model =
        postgres(17)
            .table("public.migrations", PGROLL)
            .table("public.users", table -> table.column("id", "bigint"))
            .build();

    assertThat(users(model)).containsExactly("public.users");
  }

  @Test
  void takesNoViewOrPartitionOrForeignTableForATools() {
    Consumer<TableBuilder> foreign =
        table -> table.column("version_num", "text").set("form", Table.Form.FOREIGN);
    SchemaModel model =
        postgres(17)
            .table("public.alembic_version", foreign)
            .view("app.alembic_version", " SELECT 'a'::text AS version_num;", "version_num text")
            .build();

    assertThat(HistoryTables.recognise(model)).isEmpty();
  }

  @Test
  void findsColumnsWhateverTheirCase() {
    SchemaModel model =
        sqlite()
            .table(
                "__EFMigrationsHistory",
                table -> table.column("MigrationId", "TEXT").column("ProductVersion", "TEXT"))
            .build();

    assertThat(HistoryTables.recognise(model))
        .singleElement()
        .satisfies(
            history -> {
              assertThat(history.tool()).isEqualTo(MigrationTool.EF_CORE);
              assertThat(history.main().column("migrationid")).isEqualTo("MigrationId");
            });
  }

  @Test
  void looksThroughTenThousandTablesAtOnce() {
    SchemaBuilder builder = postgres(17);
    for (int at = 0; at < 10_000; at++) {
      builder.table(
          "public.t" + at,
          table -> {
            for (int column = 0; column < 10; column++) {
              table.column("c" + column, "integer");
            }
          });
    }
    SchemaModel model = builder.build();

    assertThat(HistoryTables.recognise(model)).isEmpty();
  }

  private static List<String> users(SchemaModel model) {
    return HistoryTables.withoutToolObjects(model, HistoryTables.recognise(model))
        .objects()
        .stream()
        .map(SchemaObject::name)
        .map(ObjectName::toString)
        .toList();
  }
}
