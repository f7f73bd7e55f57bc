package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.support.SchemaBuilder.postgres;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.support.EvidenceBuilder;
import dev.dbpreflight.support.SchemaBuilder;
import org.junit.jupiter.api.Test;

class CreatedObjectExistsAlreadyTest {
  private final CreatedObjectExistsAlready rule = new CreatedObjectExistsAlready();

  private static SchemaBuilder shops() {
    return postgres(18).table("public.shops", table -> table.column("id", "integer"));
  }

  private static SchemaBuilder shopsAndProducts() {
    return shops().table("public.products", table -> table.column("id", "integer"));
  }

  @Test
  void namesWhatIsThereInTheServersWords() {
    assertThat(EvidenceBuilder.live(shops()).release(shopsAndProducts()).findings(rule))
        .containsExactly("relation \"public.shops\" already exists");
  }

  @Test
  void isSilentWhenTheDatabaseIsFresh() {
    assertThat(EvidenceBuilder.fresh().release(shops()).findings(rule)).isEmpty();
  }

  @Test
  void isSilentWhenTheReleaseIsDeployedAlready() {
    assertThat(EvidenceBuilder.live(shops()).release(shops()).findings(rule)).isEmpty();
  }

  @Test
  void isSilentAboutWhatTheRecordedRevisionHas() {
    assertThat(
            EvidenceBuilder.live(shops())
                .alembic("v1")
                .recorded(shops())
                .release(shopsAndProducts())
                .findings(rule))
        .isEmpty();
  }

  @Test
  void findsWhatWasMadeByHandBeyondTheRecordedRevision() {
    assertThat(
            EvidenceBuilder.live(shopsAndProducts().view("public.extra", "SELECT 1"))
                .alembic("v1")
                .recorded(shops())
                .release(shopsAndProducts())
                .findings(rule))
        .containsExactly("relation \"public.products\" already exists");
  }

  @Test
  void aViewIsInTheWayOfATable() {
    assertThat(
            EvidenceBuilder.live(postgres(18).view("public.shops", "SELECT 1"))
                .release(shops())
                .findings(rule))
        .containsExactly("relation \"public.shops\" already exists");
  }

  @Test
  void saysNothingWhereNoReleaseComes() {
    assertThat(EvidenceBuilder.live(shops()).release(shopsAndProducts()).drift().findings(rule))
        .isEmpty();
  }

  @Test
  void isNotCheckedWhenNobodySaysWhatTheReleaseCreates() {
    assertThat(EvidenceBuilder.live(shops()).unseen(rule))
        .containsExactly("it is not known what the release creates");
  }

  @Test
  void copiesOddNames() {
    SchemaBuilder odd =
        postgres(18).table("public.\"; drop table users; --", table -> table.column("a", "text"));
    SchemaBuilder more =
        postgres(18).table("public.\"; drop table users; --", table -> table.column("b", "text"));
    assertThat(EvidenceBuilder.live(odd).release(more).findings(rule))
        .containsExactly("relation \"public.\"; drop table users; --\" already exists");
  }
}
