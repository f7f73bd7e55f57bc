package dev.dbpreflight.rules.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.model.Attributes;
import dev.dbpreflight.model.LiveFacts;
import dev.dbpreflight.model.LiveFacts.CollationDrift;
import dev.dbpreflight.model.LiveFacts.NotRead;
import dev.dbpreflight.model.LiveFacts.SequencePosition;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.model.Sequence;
import dev.dbpreflight.model.SequenceOptions;
import dev.dbpreflight.support.EvidenceBuilder;
import dev.dbpreflight.support.SchemaBuilder;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The rules about what is in the target beside its schema. */
class LiveFactsRulesTest {
  private static final ObjectRef ID = new ObjectRef(ObjectKind.COLUMN, "public", "orders", "id");
  private static final ObjectName SEQUENCE = new ObjectName("public", "orders_id_seq");

  private static EvidenceBuilder at(long next, long increment, long limit, OptionalLong highest) {
    SequencePosition position = new SequencePosition(ID, SEQUENCE, next, increment, limit, highest);
    return EvidenceBuilder.fresh().facts(new LiveFacts(List.of(position), List.of(), List.of()));
  }

  @Test
  void aSequenceThatGivesWhatIsThereIsBehind() {
    SequenceBehindData rule = new SequenceBehindData();
    assertThat(at(3, 1, 1000, OptionalLong.of(3)).findings(rule))
        .containsExactly("column \"public.orders.id\" holds 3, but its sequence gives 3 next");
    assertThat(at(4, 1, 1000, OptionalLong.of(3)).findings(rule)).isEmpty();
    assertThat(at(1, 1, 1000, OptionalLong.empty()).findings(rule)).isEmpty();
  }

  @Test
  void aDescendingSequenceCountsTheOtherWay() {
    SequenceBehindData rule = new SequenceBehindData();
    assertThat(at(-3, -1, -1000, OptionalLong.of(-3)).findings(rule)).hasSize(1);
    assertThat(at(-4, -1, -1000, OptionalLong.of(-3)).findings(rule)).isEmpty();
  }

  @Test
  void aColumnThatCouldNotBeReadIsNotChecked() {
    NotRead notRead =
        new NotRead(
            ID, "the highest value of public.orders.id", "permission denied", "GRANT SELECT");
    assertThat(
            EvidenceBuilder.fresh()
                .facts(new LiveFacts(List.of(), List.of(), List.of(notRead)))
                .unseen(new SequenceBehindData()))
        .containsExactly("the highest value of public.orders.id was not read: permission denied");
  }

  @Test
  void aSequenceThatUsedFourFifthsIsNearItsEnd() {
    SequenceNearEnd rule = new SequenceNearEnd();
    assertThat(at(800, 1, 1000, OptionalLong.empty()).findings(rule))
        .containsExactly(
            "column \"public.orders.id\" has used 80 % of its numbers: next is 800, the last is"
                + " 1000");
    assertThat(at(799, 1, 1000, OptionalLong.empty()).findings(rule)).isEmpty();
    assertThat(at(-900, -1, -1000, OptionalLong.empty()).findings(rule)).hasSize(1);
    assertThat(at(Long.MAX_VALUE, 1, Long.MAX_VALUE, OptionalLong.empty()).findings(rule))
        .hasSize(1);
  }

  @Test
  void aSequenceThatBeginsAnewHasNoEnd() {
    SequenceOptions options = new SequenceOptions("integer", 1, 1, 1, 1000, 1, true);
    SchemaBuilder schema =
        SchemaBuilder.postgres(18).add(new Sequence(SEQUENCE, options, "", false, Attributes.NONE));

    SequencePosition position =
        new SequencePosition(ID, SEQUENCE, 800, 1, 1000, OptionalLong.empty());

    assertThat(
            EvidenceBuilder.live(schema)
                .facts(new LiveFacts(List.of(position), List.of(), List.of()))
                .findings(new SequenceNearEnd()))
        .isEmpty();
  }

  @Test
  void aSequenceThatCouldNotBeReadIsNotCheckedByEither() {
    NotRead notRead =
        new NotRead(
            ObjectRef.of(ObjectKind.SEQUENCE, SEQUENCE), "the position", "denied", "GRANT SELECT");
    EvidenceBuilder evidence =
        EvidenceBuilder.fresh().facts(new LiveFacts(List.of(), List.of(), List.of(notRead)));

    assertThat(evidence.unseen(new SequenceNearEnd()))
        .containsExactly("the position was not read: denied");
    assertThat(evidence.unseen(new SequenceBehindData()))
        .containsExactly("the position was not read: denied");
    assertThat(evidence.unseen(new CollationVersionMismatch())).isEmpty();
  }

  @Test
  void aCollationThatChangedUnderTheDataIsFound() {
    CollationDrift drift = new CollationDrift("de-x-icu", "153.14", "153.120");
    assertThat(
            EvidenceBuilder.fresh()
                .facts(new LiveFacts(List.of(), List.of(drift), List.of()))
                .findings(new CollationVersionMismatch()))
        .containsExactly(
            "collation \"de-x-icu\" was version 153.14 when the data was sorted, now it is"
                + " 153.120");
  }
}
