package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.model.Engine.POSTGRESQL;
import static dev.dbpreflight.rules.Severity.INFO;

import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "replication-slot-inactive",
    severity = INFO,
    engines = POSTGRESQL,
    since = "0.1.0",
    summary = "Nobody reads from a replication slot",
    why =
        """
        The server keeps all log that is written from now on, that of the release included, until a
        consumer comes back or the disk is full.\
        """,
    fix =
        """
        Start its consumer again, or drop the slot with pg_drop_replication_slot if nobody will come
        back.\
        """)
final class ReplicationSlotInactive implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.moment().capacity().slots().stream()
        .filter(slot -> !slot.active() && !slot.isLost())
        .map(
            slot ->
                finding(
                        ObjectRef.database(),
                        "replication slot \"%s\" has no consumer, and %s of log are kept for it",
                        slot.name(),
                        slot.retained())
                    .withDetail(slot.name()));
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.moment().unseen(Topic.REPLICATION_SLOTS);
  }
}
