package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.history.DatabaseState.FRESH;
import static dev.dbpreflight.history.DatabaseState.INCOMPLETE;
import static dev.dbpreflight.history.DatabaseState.POPULATED;
import static dev.dbpreflight.support.SchemaBuilder.postgres;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.support.EvidenceBuilder;
import dev.dbpreflight.support.SchemaBuilder;
import org.junit.jupiter.api.Test;

class DatabaseStateNotAcceptedTest {
  private final DatabaseStateNotAccepted rule = new DatabaseStateNotAccepted();

  private static SchemaBuilder shops() {
    return postgres(18).table("public.shops", table -> table.column("id", "integer"));
  }

  private static SchemaBuilder products() {
    return postgres(18).table("public.products", table -> table.column("id", "integer"));
  }

  @Test
  void findsAPopulatedDatabaseThatNothingExplains() {
    assertThat(EvidenceBuilder.live(shops()).findings(rule))
        .containsExactly(
            "the database is populated (1 table) and nothing says what it should contain");
  }

  @Test
  void findsAnotherApplicationsTables() {
    assertThat(EvidenceBuilder.live(shops()).release(products()).findings(rule))
        .containsExactly(
            "the database is populated (1 table), none of it is the release's, and nothing else"
                + " explains it");
  }

  @Test
  void isSilentWhenTheReleaseIsDeployedAlready() {
    assertThat(EvidenceBuilder.live(shops()).release(shops()).accept(FRESH).findings(rule))
        .isEmpty();
  }

  @Test
  void isSilentWhenTheRecordedRevisionExplainsTheTables() {
    assertThat(
            EvidenceBuilder.live(shops())
                .alembic("v1")
                .recorded(shops())
                .release(products())
                .findings(rule))
        .isEmpty();
  }

  @Test
  void leavesCollisionsToTheRuleForThem() {
    SchemaBuilder both = shops().table("public.products", table -> table.column("id", "integer"));
    assertThat(EvidenceBuilder.live(shops()).release(both).findings(rule)).isEmpty();
  }

  @Test
  void takesTheUsersWord() {
    assertThat(EvidenceBuilder.live(shops()).accept(POPULATED).findings(rule)).isEmpty();
    assertThat(EvidenceBuilder.live(shops()).accept(FRESH, INCOMPLETE).findings(rule))
        .containsExactly("the database is populated, and only fresh or incomplete is accepted");
    assertThat(EvidenceBuilder.fresh().accept(POPULATED).findings(rule))
        .containsExactly("the database is fresh, and only populated is accepted");
  }

  @Test
  void isSilentOnFreshAndIncompleteDatabases() {
    assertThat(EvidenceBuilder.fresh().findings(rule)).isEmpty();
    assertThat(EvidenceBuilder.fresh().alembic().findings(rule)).isEmpty();
  }

  @Test
  void hasNothingToSayAboutDrift() {
    assertThat(EvidenceBuilder.live(shops()).drift().findings(rule)).isEmpty();
  }
}
