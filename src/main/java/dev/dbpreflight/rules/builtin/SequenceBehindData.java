package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.model.Engine.POSTGRESQL;
import static dev.dbpreflight.model.ObjectKind.COLUMN;
import static dev.dbpreflight.model.ObjectKind.SEQUENCE;
import static dev.dbpreflight.rules.Severity.ERROR;

import dev.dbpreflight.model.LiveFacts.SequencePosition;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

/** SQLite is left out: AUTOINCREMENT never gives a number that the table has already. */
@RuleInfo(
    id = "sequence-behind-data",
    severity = ERROR,
    engines = POSTGRESQL,
    since = "0.1.0",
    summary = "A sequence will give numbers that the column has already",
    why =
        """
        Inserts fail with a duplicate key until the sequence has passed the data: the usual sign of
        rows that were copied or restored without it.\
        """,
    fix = "Set the sequence to the highest value of the column with setval.")
final class SequenceBehindData implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.facts().sequences().stream()
        .filter(SequenceBehindData::isBehind)
        .map(
            position ->
                finding(
                    position.column(),
                    "%s holds %d, but its sequence gives %d next",
                    position.column(),
                    position.highest().getAsLong(),
                    position.next()));
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.facts().notRead().stream()
        .filter(fact -> fact.object().kind() == COLUMN || fact.object().kind() == SEQUENCE)
        .map(fact -> new Unseen(fact.fact() + " was not read: " + fact.reason(), fact.remedy()));
  }

  private static boolean isBehind(SequencePosition position) {
    if (position.highest().isEmpty()) {
      return false;
    }
    long highest = position.highest().getAsLong();
    return position.increment() < 0 ? position.next() >= highest : position.next() <= highest;
  }
}
