package dev.dbpreflight.history;

import static dev.dbpreflight.history.DatabaseState.FRESH;
import static dev.dbpreflight.history.DatabaseState.INCOMPLETE;
import static dev.dbpreflight.history.DatabaseState.POPULATED;
import static dev.dbpreflight.support.SchemaBuilder.postgres;
import static dev.dbpreflight.support.SchemaBuilder.sqlite;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.model.DefaultPrivileges;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.SchemaModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseStateTest {
  private static final List<History> ALEMBIC =
      List.of(
          History.recording(MigrationTool.ALEMBIC, new ObjectName("public", "alembic_version")));

  @Test
  void isFreshWithoutObjectsAndHistories() {
    assertThat(DatabaseState.of(sqlite().build(), List.of())).isEqualTo(FRESH);
    assertThat(DatabaseState.of(postgres(17).schema("public").build(), List.of())).isEqualTo(FRESH);
  }

  @Test
  void whatServersHaveByThemselvesDoesNotPopulate() {
    SchemaModel managed =
        postgres(17)
            .schema("public")
            .schema("app")
            .extension("pg_stat_statements", "1.11")
            .add(new DefaultPrivileges(ObjectName.global("app, tables"), List.of()))
            .build();

    assertThat(DatabaseState.of(managed, List.of())).isEqualTo(FRESH);
    assertThat(DatabaseState.of(managed, ALEMBIC)).isEqualTo(INCOMPLETE);
  }

  @Test
  void isIncompleteWithAHistoryOnly() {
    assertThat(DatabaseState.of(postgres(17).build(), ALEMBIC)).isEqualTo(INCOMPLETE);
  }

  @Test
  void anyObjectOfAUserPopulates() {
    List<SchemaModel> populated =
        List.of(
            postgres(17).table("public.users", table -> table.column("id", "bigint")).build(),
            postgres(17).view("public.v", " SELECT 1 AS one;", "one integer").build(),
            postgres(17).sequence("public.s").build(),
            postgres(17).enumType("public.state", "open").build(),
            postgres(17).function("public.f()", "integer", "SELECT 1").build());

    assertThat(populated)
        .allSatisfy(
            model -> {
              assertThat(DatabaseState.of(model, List.of())).isEqualTo(POPULATED);
              assertThat(DatabaseState.of(model, ALEMBIC)).isEqualTo(POPULATED);
            });
  }
}
