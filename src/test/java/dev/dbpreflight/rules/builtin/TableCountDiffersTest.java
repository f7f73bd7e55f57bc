package dev.dbpreflight.rules.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.rules.RuleEngine;
import dev.dbpreflight.support.EvidenceBuilder;
import dev.dbpreflight.support.SchemaBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableCountDiffersTest {
  private static final TableCountDiffers RULE = new TableCountDiffers();

  private static EvidenceBuilder twoTables() {
    return EvidenceBuilder.live(
        SchemaBuilder.postgres(18)
            .table("public.shops", table -> table.column("id", "integer"))
            .table("app.a\"b\n", table -> table.column("id", "integer"))
            .view("public.names", "select 1"));
  }

  @Test
  void tellsBothNumbers() {
    assertThat(twoTables().drift().tables(3).findings(RULE))
        .containsExactly("the database has 2 application tables, expected 3");
  }

  @Test
  void saysNothingWhereTheNumberIsRight() {
    assertThat(twoTables().drift().tables(2).findings(RULE)).isEmpty();
  }

  @Test
  void doesNotCountTheHistory() {
    EvidenceBuilder evidence =
        EvidenceBuilder.live(
            SchemaBuilder.postgres(18).table("public.log", table -> table.column("id", "integer")));
    assertThat(evidence.alembic("v1").drift().tables(1).findings(RULE)).isEmpty();
  }

  @Test
  void isNotAskedBeforeTheDeploymentOrWhereNoNumberWasSaid() {
    assertThat(asked(twoTables().drift().tables(3))).isTrue();
    assertThat(asked(twoTables().tables(3))).isFalse();
    assertThat(asked(twoTables().drift())).isFalse();
  }

  private static boolean asked(EvidenceBuilder evidence) {
    RuleEngine engine = new RuleEngine(List.of(RULE), evidence.profile());
    return !engine.judge(evidence.build()).results().isEmpty();
  }
}
