package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.model.Engine.POSTGRESQL;
import static dev.dbpreflight.rules.Severity.WARNING;

import dev.dbpreflight.conditions.LockQueue;
import dev.dbpreflight.conditions.OpenTransaction;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

@RuleInfo(
    id = "lock-wait-in-progress",
    severity = WARNING,
    engines = POSTGRESQL,
    since = "0.1.0",
    summary = "Sessions wait for a lock at this moment",
    why =
        """
        The migration queues behind them and waits as long as they do. While it waits for a table,
        everybody else who needs that table waits behind the migration.\
        """,
    fix =
        """
        Let the transaction at the head of the chain end, or end it with pg_terminate_backend, then
        check again.\
        """,
    parameters =
        @RuleInfo.Parameter(
            name = "max-seconds",
            standard = 5,
            min = 0,
            max = 86_400,
            meaning = "how many seconds a wait, or the transaction it waits for, may last"))
final class LockWaitInProgress implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    Duration limit = evidence.seconds(this, "max-seconds");
    return evidence.moment().conditions().activity().stream()
        .flatMap(activity -> activity.queues().stream())
        .filter(queue -> queue.lasts(limit))
        .filter(queue -> concerns(evidence, queue))
        .map(this::finding);
  }

  /** What is no table of the users may be anything: a migration tool's own table, for example. */
  private static boolean concerns(Evidence evidence, LockQueue queue) {
    return queue
        .table()
        .filter(table -> evidence.live().table(table).isPresent())
        .map(evidence.moment()::mayTouch)
        .orElse(true);
  }

  private Finding finding(LockQueue queue) {
    ObjectRef object =
        queue
            .table()
            .map(table -> ObjectRef.of(ObjectKind.TABLE, table))
            .orElseGet(ObjectRef::database);
    return finding(
        object,
        "%s for %s%s; %s",
        queue.waits().size() == 1 ? "a session waits" : queue.waits().size() + " sessions wait",
        queue
            .table()
            .map(table -> "a lock on table \"" + table + "\"")
            .orElse("another transaction to end"),
        queue.keepsReadersOut()
            ? ", and no reader passes the one that asks for ACCESS EXCLUSIVE"
            : "",
        head(queue));
  }

  private static String head(LockQueue queue) {
    Optional<OpenTransaction> oldest = queue.heads().stream().findFirst();
    if (queue.behindPrepared()) {
      return "a prepared transaction holds them up";
    }
    int others = queue.heads().size() - 1;
    return oldest
        .map(
            head ->
                "%sheld up by %s, %s %s"
                    .formatted(
                        others > 0 ? "with " + others + " more, " : "",
                        head.process().name(),
                        head.state(),
                        head.whereAndFor(head.age())))
        .orElse("nobody is to be seen at the head of the queue");
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.moment().unseen(Topic.ACTIVITY);
  }
}
