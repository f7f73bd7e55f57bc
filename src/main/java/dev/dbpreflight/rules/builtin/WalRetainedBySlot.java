package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.model.Engine.POSTGRESQL;
import static dev.dbpreflight.rules.Severity.WARNING;

import dev.dbpreflight.conditions.ByteCount;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "wal-retained-by-slot",
    severity = WARNING,
    engines = POSTGRESQL,
    since = "0.1.0",
    summary = "The server keeps much log for a replication slot",
    why =
        """
        The log that the release writes comes on top, and a disk full of log stops the server.\
        """,
    fix =
        """
        Let the consumer of the slot catch up before the deployment, or drop the slot if nobody
        needs it.\
        """,
    parameters =
        @RuleInfo.Parameter(
            name = "max-gigabytes",
            standard = 5,
            min = 0,
            max = 1000000,
            meaning = "how much log in GB may be kept for one slot"))
final class WalRetainedBySlot implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    double most = evidence.parameter(this, "max-gigabytes") * ByteCount.GIGABYTE;
    return evidence.moment().capacity().slots().stream()
        .filter(slot -> slot.retained().bytes() >= most)
        .map(
            slot ->
                finding(
                        ObjectRef.database(),
                        "%s of log are kept for replication slot \"%s\", which has %s consumer",
                        slot.retained(),
                        slot.name(),
                        slot.active() ? "a" : "no")
                    .withDetail(slot.name()));
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.moment().unseen(Topic.REPLICATION_SLOTS);
  }
}
