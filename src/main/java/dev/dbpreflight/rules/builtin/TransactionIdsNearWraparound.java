package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.model.Engine.POSTGRESQL;
import static dev.dbpreflight.rules.Severity.WARNING;

import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "transaction-ids-near-wraparound",
    severity = WARNING,
    engines = POSTGRESQL,
    since = "0.1.0",
    summary = "Transaction IDs are being used up",
    why =
        """
        When none are left, the server refuses every transaction that writes, in all databases,
        until somebody has vacuumed. A release that changes many rows brings that nearer.\
        """,
    fix =
        """
        Find out what keeps vacuum from freezing, usually an old transaction, a prepared one, a
        replication slot or a table on which it fails, then VACUUM the oldest tables.\
        """,
    parameters =
        @RuleInfo.Parameter(
            name = "max-used",
            standard = 0.5,
            min = 0,
            max = 1,
            meaning = "the share of the 2^31 IDs that may be used up"))
final class TransactionIdsNearWraparound implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    double most = evidence.parameter(this, "max-used");
    return evidence.moment().capacity().oldest().stream()
        .filter(age -> age.share() >= most)
        .map(
            age ->
                finding(
                    ObjectRef.database(),
                    "database \"%s\" is %d %s IDs old, %d %% of what there can be",
                    age.database(),
                    age.oldest(),
                    age.ids() >= age.multixacts() ? "transaction" : "multixact",
                    (long) (age.share() * 100)));
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.moment().unseen(Topic.TRANSACTION_AGE);
  }
}
