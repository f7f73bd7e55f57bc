package dev.dbpreflight.rules;

import static dev.dbpreflight.support.SchemaBuilder.postgres;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dbpreflight.diff.Change;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.support.EvidenceBuilder;
import dev.dbpreflight.support.SchemaBuilder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the target is held against, and what stands in the way of the release. */
class EvidenceTest {

  private static SchemaBuilder empty() {
    return postgres(18);
  }

  private static SchemaBuilder one() {
    return postgres(18)
        .table("public.shops", table -> table.column("id", "integer").primaryKey("id"));
  }

  private static SchemaBuilder two() {
    return one().table("public.products", table -> table.column("id", "integer"));
  }

  private static SchemaBuilder drifted() {
    return postgres(18)
        .table("public.shops", table -> table.column("id", "bigint").primaryKey("id"));
  }

  private static SchemaBuilder foreign() {
    return postgres(18).table("public.invoices", table -> table.column("id", "integer"));
  }

  private static SchemaBuilder extensionOnly() {
    return postgres(18).schema("public").extension("pgcrypto", "1.3");
  }

  private static EvidenceBuilder live(SchemaBuilder schema) {
    return EvidenceBuilder.live(schema);
  }

  /** DESIGN.md, section 4. Sources: v1.json is what the history records, v2.json the release. */
  static Stream<Arguments> beforeADeployment() {
    return Stream.of(
        row("fresh, nothing given", live(empty()), "an empty database", 0, List.of()),
        row("fresh", live(empty()).release(two()), "an empty database", 0, List.of()),
        row(
            "fresh but for an extension",
            live(extensionOnly()).release(two()),
            "an empty database",
            0,
            List.of()),
        row(
            "incomplete, nothing applied",
            live(empty()).alembic().release(two()),
            "an empty database",
            0,
            List.of()),
        row("incomplete, v1 applied", live(empty()).alembic("v1").release(two()), "", 0, List.of()),
        row(
            "incomplete, v1 applied and known",
            live(empty()).alembic("v1").recorded(one()).release(two()),
            "v1.json",
            1,
            List.of()),
        row(
            "incomplete, history unread",
            live(empty()).unreadableHistory().release(two()),
            "an empty database",
            0,
            List.of()),
        row("populated, nothing known", live(one()), "", 0, List.of()),
        row(
            "populated, release meets its own objects",
            live(one()).release(two()),
            "",
            0,
            List.of("table \"public.shops\"")),
        row(
            "populated, another application's tables",
            live(foreign()).release(two()),
            "",
            0,
            List.of()),
        row(
            "populated, at the recorded revision",
            live(one()).alembic("v1").recorded(one()).release(two()),
            "v1.json",
            0,
            List.of()),
        row(
            "populated, at the recorded revision, release unknown",
            live(one()).alembic("v1").recorded(one()),
            "v1.json",
            0,
            List.of()),
        row(
            "populated, drifted from the recorded revision",
            live(drifted()).alembic("v1").recorded(one()).release(two()),
            "v1.json",
            1,
            List.of()),
        row(
            "populated, the release is there but the history would create it once more",
            live(two()).alembic("v1").recorded(one()).release(two()),
            "v1.json",
            1,
            List.of("table \"public.products\"")),
        row(
            "populated, the release changes no schema and is not recorded",
            live(one()).alembic("v1").recorded(one()).release(one()),
            "v1.json",
            0,
            List.of()),
        row("populated, deployed already", live(two()).release(two()), "v2.json", 0, List.of()),
        row(
            "populated, a table of the release was made by hand",
            live(two().view("public.v", "SELECT 1")).alembic("v1").recorded(one()).release(two()),
            "v1.json",
            2,
            List.of("table \"public.products\"")),
        row(
            "populated, the release drops everything",
            live(one()).alembic("v1").recorded(one()).release(empty()),
            "v1.json",
            0,
            List.of()));
  }

  private static Arguments row(
      String situation,
      EvidenceBuilder evidence,
      String baseline,
      int changes,
      List<String> collisions) {
    return arguments(situation, evidence, baseline, changes, collisions);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void beforeADeployment(
      String situation,
      EvidenceBuilder builder,
      String baseline,
      int changes,
      List<String> collisions) {
    Evidence evidence = builder.build();

    assertThat(evidence.baseline().map(Evidence.Expected::source).orElse("")).isEqualTo(baseline);
    assertThat(evidence.changes(Change.class)).hasSize(changes);
    assertThat(evidence.collisions())
        .extracting(object -> ObjectRef.of(object).toString())
        .isEqualTo(collisions);
    assertThat(evidence.deployedAlready()).isEqualTo(baseline.equals("v2.json") && changes == 0);
  }

  @Test
  void atRestTheExpectedSchemaComesBeforeTheRecordedOne() {
    Evidence recorded = live(one()).alembic("v1").recorded(one()).drift().build();
    assertThat(recorded.baseline().orElseThrow().source()).isEqualTo("v1.json");
    assertThat(live(empty()).drift().build().baseline()).isEmpty();

    Evidence evidence = live(one()).alembic("v1").recorded(one()).release(two()).drift().build();
    assertThat(evidence.baseline().orElseThrow().source()).isEqualTo("v2.json");
    assertThat(evidence.changes(Change.ObjectMissing.class)).hasSize(1);
    assertThat(evidence.collisions()).isEmpty();
  }

  private static SchemaBuilder view(int server, String text) {
    return postgres(server)
        .table("public.shops", table -> table.column("name", "text"))
        .view("public.names", text);
  }

  private static final String OLD = "SELECT name FROM public.shops";
  private static final String NEW = "SELECT (name)::text AS name FROM public.shops";

  @Test
  void anotherServerVersionDoesNotMakeTheReleaseCollideWithItself() {
    Evidence evidence = live(view(18, NEW)).release(view(14, OLD)).build();

    assertThat(evidence.isAtRelease()).isTrue();
    assertThat(evidence.deployedAlready()).as("not proven either").isFalse();
    assertThat(evidence.collisions()).isEmpty();
    assertThat(evidence.changes(Change.PropertyUnclear.class)).hasSize(1);
  }

  @Test
  void whereBothMayBeThereTheRecordedRevisionIsBelieved() {
    Evidence evidence =
        live(view(18, NEW)).alembic("v1").recorded(view(14, OLD)).release(view(14, OLD)).build();

    assertThat(evidence.baseline().orElseThrow().source()).isEqualTo("v1.json");
  }
}
