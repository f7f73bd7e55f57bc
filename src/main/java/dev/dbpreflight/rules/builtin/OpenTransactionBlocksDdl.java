package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.model.Engine.POSTGRESQL;
import static dev.dbpreflight.rules.Severity.WARNING;

import dev.dbpreflight.conditions.LockMode;
import dev.dbpreflight.conditions.OpenTransaction;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.conditions.TransactionGroup;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.time.Duration;
import java.util.SortedMap;
import java.util.stream.Stream;

@RuleInfo(
    id = "open-transaction-blocks-ddl",
    severity = WARNING,
    engines = POSTGRESQL,
    since = "0.1.0",
    summary = "A transaction has been open for long and holds locks on a table of the release",
    why =
        """
        Altering the table waits until the transaction has ended, even if it has only read, and
        everybody else who needs the table queues behind that wait.\
        """,
    fix =
        """
        Let the transaction end, or end it with pg_terminate_backend, and set lock_timeout for the
        role that migrates.\
        """,
    parameters =
        @RuleInfo.Parameter(
            name = "max-seconds",
            standard = 60,
            min = 0,
            max = 86_400,
            meaning = "how many seconds a transaction on a table of the release may be open"))
final class OpenTransactionBlocksDdl implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    Duration limit = evidence.seconds(this, "max-seconds");
    Stream<OpenTransaction> holding =
        evidence
            .moment()
            .openTransactions()
            .filter(
                open ->
                    open.isOpenFor(limit) && !evidence.moment().touched(open.locks()).isEmpty());
    return TransactionGroup.of(holding).stream().map(group -> finding(group, evidence));
  }

  /** One for all transactions of an application: a dump alone locks every table there is. */
  private Finding finding(TransactionGroup group, Evidence evidence) {
    OpenTransaction oldest = group.oldest();
    SortedMap<ObjectName, LockMode> locks = evidence.moment().touched(oldest.locks());
    ObjectName first = locks.firstKey();
    ObjectRef object =
        locks.size() == 1 ? ObjectRef.of(ObjectKind.TABLE, first) : ObjectRef.database();
    int others = group.members().size() - 1;
    return finding(
            object,
            "%s holds %s on table \"%s\"%s, %s%s %s",
            group.name(),
            locks.get(first),
            first,
            locks.size() > 1 ? " and locks on " + (locks.size() - 1) + " more" : "",
            oldest.state(),
            younger(others),
            oldest.whereAndFor(oldest.age()))
        .withDetail(group.name());
  }

  private static String younger(int others) {
    return switch (others) {
      case 0 -> "";
      case 1 -> ", with 1 younger transaction like it";
      default -> ", with " + others + " younger transactions like it";
    };
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.moment().unseen(Topic.ACTIVITY, Topic.TRANSACTIONS);
  }
}
