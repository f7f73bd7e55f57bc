package dev.dbpreflight.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.model.Column;
import dev.dbpreflight.model.Constraint;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.Table;
import org.junit.jupiter.api.Test;

class SchemaBuilderTest {

  @Test
  void buildsTablesWithWhatTheServerWouldFillIn() {
    SchemaModel model =
        SchemaBuilder.postgres(17)
            .table(
                "public.users",
                table ->
                    table
                        .column("id", "bigint")
                        .identity()
                        .column("email", "text")
                        .notNull()
                        .primaryKey("id")
                        .unique("email")
                        .index("email")
                        .set("unlogged", true))
            .view("public.names", "SELECT email FROM public.users", "email text")
            .build();

    Table users = model.table(new ObjectName("public", "users")).orElseThrow();
    assertThat(users.columns()).extracting(Column::name).containsExactly("id", "email");
    assertThat(users.constraints())
        .extracting(Constraint::name)
        .containsExactly("users_email_key", "users_pkey");
    assertThat(users.unlogged()).isTrue();
    assertThat(users.column("id").orElseThrow().identity()).isPresent();
  }
}
