package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.model.Engine.POSTGRESQL;
import static dev.dbpreflight.rules.Severity.INFO;

import dev.dbpreflight.conditions.OpenTransaction;
import dev.dbpreflight.conditions.OpenTransaction.State;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.conditions.TransactionGroup;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.time.Duration;
import java.util.stream.Stream;

@RuleInfo(
    id = "transaction-idle",
    severity = INFO,
    engines = POSTGRESQL,
    since = "0.1.0",
    summary = "A client left a transaction open and does nothing in it",
    why =
        """
        It holds no lock on a table of the release, but whatever it has locked stays locked, and
        building an index concurrently waits for it as long as it holds a snapshot.\
        """,
    fix =
        """
        Make the client commit or roll back, and set idle_in_transaction_session_timeout for its
        role.\
        """,
    parameters =
        @RuleInfo.Parameter(
            name = "max-seconds",
            standard = 300,
            min = 0,
            max = 86_400,
            meaning = "how many seconds a transaction may be idle"))
final class TransactionIdle implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    Duration limit = evidence.seconds(this, "max-seconds");
    Stream<OpenTransaction> idle = evidence.moment().bystanders(State.IDLE, limit);
    return TransactionGroup.of(idle).stream().map(this::finding);
  }

  private Finding finding(TransactionGroup group) {
    OpenTransaction longest = group.longestInState();
    int others = group.members().size() - 1;
    return finding(
            ObjectRef.database(),
            "%s is idle in a transaction%s %s",
            group.name(),
            others > 0 ? ", and in " + others + " more" : "",
            longest.whereAndFor(longest.inState()))
        .withDetail(group.name());
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.moment().unseen(Topic.ACTIVITY, Topic.TRANSACTIONS);
  }
}
