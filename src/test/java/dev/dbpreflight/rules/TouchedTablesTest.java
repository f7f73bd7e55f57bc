package dev.dbpreflight.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.support.EvidenceBuilder;
import dev.dbpreflight.support.SchemaBuilder;
import org.junit.jupiter.api.Test;

class TouchedTablesTest {

  private static SchemaBuilder live() {
    return SchemaBuilder.postgres(18)
        .table("public.accounts", table -> table.column("id", "integer").primaryKey("id"))
        .table("public.log", table -> table.column("line", "text"))
        .table("public.trades", table -> table.column("id", "integer").primaryKey("id"));
  }

  private static ObjectName table(String name) {
    return new ObjectName("public", name);
  }

  @Test
  void whereNobodySaysWhatComesEveryTableMayBeTouched() {
    Evidence evidence = EvidenceBuilder.live(live()).build();

    assertThat(evidence.moment().touchedTables()).isEmpty();
    assertThat(evidence.moment().mayTouch(table("log"))).isTrue();
  }

  @Test
  void alteredAndDroppedTablesAreTouchedAndOthersAreNot() {
    SchemaBuilder release =
        SchemaBuilder.postgres(18)
            .table(
                "public.accounts",
                table -> table.column("id", "integer").primaryKey("id").column("fee", "numeric"))
            .table("public.trades", table -> table.column("id", "integer").primaryKey("id"));
    Evidence evidence = EvidenceBuilder.live(live()).release(release).build();

    assertThat(evidence.moment().touchedTables().orElseThrow())
        .containsExactly(table("accounts"), table("log"));
    assertThat(evidence.moment().mayTouch(table("trades"))).isFalse();
  }

  @Test
  void whatANewTableRefersToIsTouched() {
    SchemaBuilder release =
        live()
            .table(
                "public.fees",
                table ->
                    table
                        .column("account_id", "integer")
                        .foreignKey("account_id", "public.accounts", "id"));

    assertThat(
            EvidenceBuilder.live(live())
                .release(release)
                .build()
                .moment()
                .touchedTables()
                .orElseThrow())
        .containsExactly(table("accounts"));
  }
}
