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
    id = "replication-lag-high",
    severity = WARNING,
    engines = POSTGRESQL,
    since = "0.1.0",
    summary = "A standby is far behind",
    why =
        """
        The release writes more log, so the standby falls further behind. Whoever reads from it sees
        the old schema for longer than the program that was released knows, and a failover now would
        lose what it lacks.\
        """,
    fix =
        """
        Find out what it waits for, usually a long query on it, its disk or the network, and deploy
        when it has caught up.\
        """,
    parameters = {
      @RuleInfo.Parameter(
          name = "max-seconds",
          standard = 60,
          min = 0,
          max = 1000000,
          meaning = "how long ago the last change that it has replayed may be"),
      @RuleInfo.Parameter(
          name = "max-megabytes",
          standard = 1000,
          min = 0,
          max = 1000000000,
          meaning = "how much log in MB it may lack")
    })
final class ReplicationLagHigh implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    double seconds = evidence.parameter(this, "max-seconds");
    double bytes = evidence.parameter(this, "max-megabytes") * ByteCount.MEGABYTE;
    return evidence.moment().capacity().standbys().stream()
        .flatMap(standbys -> standbys.all().stream())
        .filter(one -> one.lag().toSeconds() > seconds || one.behind().bytes() > bytes)
        .map(
            one ->
                finding(
                        ObjectRef.database(),
                        "standby \"%s\" is %s of log and %d s behind",
                        one.name(),
                        one.behind(),
                        one.lag().toSeconds())
                    .withDetail(one.name()));
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.moment().unseen(Topic.STANDBYS);
  }
}
