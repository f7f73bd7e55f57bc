package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.model.Engine.POSTGRESQL;
import static dev.dbpreflight.rules.Severity.ERROR;

import dev.dbpreflight.conditions.Standbys;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Few;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "synchronous-standby-missing",
    severity = ERROR,
    engines = POSTGRESQL,
    since = "0.1.0",
    summary = "Commits wait for a standby that is not there",
    why =
        """
        Every commit of the migration hangs until the standby is back, with all locks that it took,
        and so do all that wait for these.\
        """,
    fix =
        """
        Bring the standby back. If it is gone for good, take it out of synchronous_standby_names and
        reload the server.\
        """)
final class SynchronousStandbyMissing implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.moment().capacity().standbys().stream()
        .filter(Standbys::commitsHang)
        .map(
            standbys ->
                finding(
                    ObjectRef.database(),
                    "synchronous_standby_names is \"%s\": commits wait for %s, connected %s",
                    standbys.synchronousNames(),
                    Few.count(standbys.required(), "standby"),
                    standbys.synchronous() == 0 ? "is none" : "are " + standbys.synchronous()));
  }

  /** That some are connected of which nothing is seen matters only where commits wait for them. */
  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    boolean waits =
        evidence.moment().capacity().standbys().map(all -> all.required() > 0).orElse(true);
    return waits ? evidence.moment().unseen(Topic.STANDBYS) : Stream.empty();
  }
}
