package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.model.Engine.POSTGRESQL;
import static dev.dbpreflight.rules.Severity.WARNING;

import dev.dbpreflight.conditions.ReplicationSlot;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "replication-slot-lost",
    severity = WARNING,
    engines = POSTGRESQL,
    since = "0.1.0",
    summary = "A replication slot has lost log that its consumer needs, or is about to",
    why =
        """
        Its consumer, a standby or a copy of the data elsewhere, cannot go on and has to be built
        anew. The log that a release writes is often what a slot that is about to be lost does not
        survive.\
        """,
    fix =
        """
        Let the consumer catch up or raise max_slot_wal_keep_size before the deployment. Drop a slot
        that is lost, and build its consumer anew.\
        """)
final class ReplicationSlotLost implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.moment().capacity().slots().stream()
        .filter(slot -> slot.isLost() || slot.isAboutToBeLost())
        .map(
            slot ->
                finding(ObjectRef.database(), "replication slot \"%s\" %s", slot.name(), fate(slot))
                    .withDetail(slot.name()));
  }

  private static String fate(ReplicationSlot slot) {
    if (!slot.isLost()) {
      return "may lose log that its consumer needs at the next checkpoint";
    }
    return slot.invalidation().isEmpty()
        ? "has lost log that its consumer needs"
        : "was invalidated by the server: " + slot.invalidation();
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.moment().unseen(Topic.REPLICATION_SLOTS);
  }
}
