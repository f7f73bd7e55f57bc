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
    id = "query-runs-long",
    severity = INFO,
    engines = POSTGRESQL,
    since = "0.1.0",
    summary = "A client's statement has been running for long",
    why =
        """
        It holds no lock on a table of the release, but building an index concurrently waits for
        its snapshot, and the server has less left for the migration.\
        """,
    fix = "Wait until it has ended, or end it with pg_cancel_backend.",
    parameters =
        @RuleInfo.Parameter(
            name = "max-seconds",
            standard = 300,
            min = 0,
            max = 86_400,
            meaning = "how many seconds a statement may run"))
final class QueryRunsLong implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    Duration limit = evidence.seconds(this, "max-seconds");
    Stream<OpenTransaction> running =
        evidence
            .moment()
            .bystanders(State.RUNNING, limit)
            // It does not run: it waits, and who holds it up is told.
            .filter(open -> !waits(evidence, open));
    return TransactionGroup.of(running).stream().map(this::finding);
  }

  private static boolean waits(Evidence evidence, OpenTransaction open) {
    return evidence.moment().conditions().activity().stream()
        .anyMatch(activity -> activity.waits(open.process()));
  }

  private Finding finding(TransactionGroup group) {
    OpenTransaction longest = group.longestInState();
    int others = group.members().size() - 1;
    return finding(
            ObjectRef.database(),
            "%s runs a statement%s %s",
            group.name(),
            others > 0 ? ", and " + others + " more" : "",
            longest.whereAndFor(longest.inState()))
        .withDetail(group.name());
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.moment().unseen(Topic.ACTIVITY, Topic.TRANSACTIONS);
  }
}
