package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.support.SchemaBuilder.postgres;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.support.EvidenceBuilder;
import dev.dbpreflight.support.SchemaBuilder;
import org.junit.jupiter.api.Test;

/** The rules that hold the live schema against the expected one. */
class ExpectedSchemaRulesTest {
  private static SchemaBuilder shops(int server, String view) {
    return postgres(server)
        .table("public.shops", table -> table.column("id", "integer").column("name", "text"))
        .view("public.names", view);
  }

  private static SchemaBuilder shops() {
    return shops(18, "SELECT name FROM public.shops");
  }

  @Test
  void aMissingColumnIsNamed() {
    SchemaBuilder live =
        postgres(18)
            .table("public.shops", table -> table.column("id", "integer"))
            .view("public.names", "SELECT name FROM public.shops");
    assertThat(
            EvidenceBuilder.live(live)
                .release(shops())
                .drift()
                .findings(new ExpectedObjectMissing()))
        .containsExactly("column \"public.shops.name\" does not exist");
  }

  @Test
  void anUnexpectedTableIsNamedWithoutItsParts() {
    SchemaBuilder live = shops().table("public.backup", table -> table.column("id", "integer"));
    assertThat(EvidenceBuilder.live(live).release(shops()).drift().findings(new UnexpectedObject()))
        .containsExactly("table \"public.backup\" is not expected");
  }

  @Test
  void aDifferentTypeIsToldWithBothSides() {
    SchemaBuilder live =
        postgres(18)
            .table("public.shops", table -> table.column("id", "bigint").column("name", "text"))
            .view("public.names", "SELECT name FROM public.shops");
    assertThat(EvidenceBuilder.live(live).release(shops()).drift().findings(new ObjectDiffers()))
        .containsExactly("column \"public.shops.id\": type is bigint, expected integer");
  }

  @Test
  void textThatAnotherVersionPrintedIsUnclear() {
    EvidenceBuilder evidence =
        EvidenceBuilder.live(shops(18, "SELECT (name)::text AS name FROM public.shops"))
            .release(shops(14, "SELECT name FROM public.shops"))
            .drift();
    assertThat(evidence.findings(new DifferenceUnclear())).hasSize(1);
    assertThat(evidence.findings(new ObjectDiffers())).isEmpty();
  }

  @Test
  void nothingIsFoundWhenTheSchemasAreEqual() {
    EvidenceBuilder evidence = EvidenceBuilder.live(shops()).release(shops()).drift();
    assertThat(evidence.findings(new ExpectedObjectMissing())).isEmpty();
    assertThat(evidence.findings(new UnexpectedObject())).isEmpty();
    assertThat(evidence.findings(new ObjectDiffers())).isEmpty();
    assertThat(evidence.findings(new DifferenceUnclear())).isEmpty();
  }

  @Test
  void beforeADeploymentWhatTheReleaseBringsIsNotMissing() {
    SchemaBuilder release = shops().table("public.new", table -> table.column("id", "integer"));
    assertThat(
            EvidenceBuilder.live(shops())
                .alembic("v1")
                .recorded(shops())
                .release(release)
                .findings(new ExpectedObjectMissing()))
        .isEmpty();
  }

  @Test
  void anOlderServerThanTheSnapshotsIsTold() {
    assertThat(
            EvidenceBuilder.live(shops(14, "SELECT 1"))
                .release(shops(18, "SELECT 1"))
                .findings(new ServerOlderThanSnapshot()))
        .containsExactly("the server is 14.2, the expected schema is from 18.2");
    assertThat(
            EvidenceBuilder.live(shops(18, "SELECT 1"))
                .release(shops(14, "SELECT 1"))
                .findings(new ServerOlderThanSnapshot()))
        .isEmpty();
  }
}
