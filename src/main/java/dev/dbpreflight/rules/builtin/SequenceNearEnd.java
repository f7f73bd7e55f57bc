package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.model.ObjectKind.SEQUENCE;
import static dev.dbpreflight.rules.Severity.WARNING;

import dev.dbpreflight.model.Identity;
import dev.dbpreflight.model.LiveFacts.SequencePosition;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.Sequence;
import dev.dbpreflight.model.SequenceOptions;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "sequence-near-end",
    severity = WARNING,
    since = "0.1.0",
    summary = "A sequence or identity has used up most of its numbers",
    why =
        """
        When the last number is given, every insert into the table fails, and widening the column
        then rewrites the table under an exclusive lock.\
        """,
    fix = "Change the column and its sequence to bigint while there is time.",
    parameters =
        @RuleInfo.Parameter(
            name = "max-used",
            standard = 0.8,
            min = 0,
            max = 1,
            meaning = "the share of its numbers that a sequence may have used up"))
final class SequenceNearEnd implements Rule {
  @Override
  public Stream<Finding> check(Evidence evidence) {
    double near = evidence.parameter(this, "max-used");
    return evidence.facts().sequences().stream()
        .filter(position -> used(position) >= near && !cycles(position, evidence.live()))
        .map(
            position ->
                finding(
                    position.column(),
                    "%s has used %d %% of its numbers: next is %d, the last is %d",
                    position.column(),
                    (long) Math.min(100, Math.floor(used(position) * 100)),
                    position.next(),
                    position.limit()));
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.facts().notRead().stream()
        .filter(fact -> fact.object().kind() == SEQUENCE)
        .map(fact -> new Unseen(fact.fact() + " was not read: " + fact.reason(), fact.remedy()));
  }

  /** One that begins anew has no end. */
  private static boolean cycles(SequencePosition position, SchemaModel schema) {
    ObjectRef column = position.column();
    Stream<SequenceOptions> ofSequence =
        schema.all(Sequence.class).stream()
            .filter(sequence -> sequence.name().equals(position.sequence()))
            .map(Sequence::options);
    Stream<SequenceOptions> ofIdentity =
        schema.table(new ObjectName(column.schema(), column.table())).stream()
            .flatMap(table -> table.column(column.name()).stream())
            .flatMap(named -> named.identity().stream())
            .map(Identity::options);
    return Stream.concat(ofSequence, ofIdentity).anyMatch(SequenceOptions::cycle);
  }

  /** Doubles: the limits of bigint would overflow, and a per cent more or less does not matter. */
  private static double used(SequencePosition position) {
    return position.limit() == 0 ? 0 : (double) position.next() / position.limit();
  }
}
