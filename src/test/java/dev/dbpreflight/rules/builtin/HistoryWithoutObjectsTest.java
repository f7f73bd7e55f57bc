package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.support.SchemaBuilder.postgres;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.support.EvidenceBuilder;
import dev.dbpreflight.support.SchemaBuilder;
import org.junit.jupiter.api.Test;

class HistoryWithoutObjectsTest {
  private final HistoryWithoutObjects rule = new HistoryWithoutObjects();

  private static SchemaBuilder shops() {
    return postgres(18).table("public.shops", table -> table.column("id", "integer"));
  }

  @Test
  void findsAHistoryInADatabaseWithoutObjects() {
    assertThat(EvidenceBuilder.fresh().alembic("v0_2_0").findings(rule))
        .containsExactly("\"public.alembic_version\" records v0_2_0, but no object of it exists");
  }

  @Test
  void namesEveryTableThatTheRecordedRevisionHas() {
    SchemaBuilder recorded =
        shops()
            .table("public.users", table -> table.column("id", "integer"))
            .table("public.orders", table -> table.column("id", "integer"));
    assertThat(EvidenceBuilder.live(shops()).alembic("v1").recorded(recorded).findings(rule))
        .containsExactly(
            "\"public.alembic_version\" records v1, but its tables \"public.orders\","
                + " \"public.users\" do not exist");
  }

  @Test
  void isSilentWhenNothingIsClaimed() {
    assertThat(EvidenceBuilder.fresh().alembic().findings(rule)).isEmpty();
    assertThat(EvidenceBuilder.fresh().findings(rule)).isEmpty();
  }

  @Test
  void isSilentWhenTheObjectsExist() {
    assertThat(EvidenceBuilder.live(shops()).alembic("v1").findings(rule)).isEmpty();
  }

  @Test
  void isNotCheckedWhenTheHistoryCannotBeRead() {
    assertThat(EvidenceBuilder.fresh().unreadableHistory().unseen(rule))
        .containsExactly("permission denied for table alembic_version");
  }
}
