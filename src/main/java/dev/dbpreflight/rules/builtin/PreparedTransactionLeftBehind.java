package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.model.Engine.POSTGRESQL;
import static dev.dbpreflight.rules.Severity.WARNING;

import dev.dbpreflight.conditions.LockMode;
import dev.dbpreflight.conditions.PreparedTransaction;
import dev.dbpreflight.conditions.Topic;
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
    id = "prepared-transaction-left-behind",
    severity = WARNING,
    engines = POSTGRESQL,
    since = "0.1.0",
    summary = "A prepared transaction was neither committed nor rolled back",
    why =
        """
        It keeps its locks for ever, also when the server starts anew, because no session belongs
        to it that could end, and altering what it has locked waits for somebody to decide.\
        """,
    fix = "Commit it or roll it back: ask whoever coordinates the commit in two phases.",
    parameters =
        @RuleInfo.Parameter(
            name = "max-seconds",
            standard = 300,
            min = 0,
            max = 86_400,
            meaning = "how many seconds a transaction may stay prepared"))
final class PreparedTransactionLeftBehind implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    Duration limit = evidence.seconds(this, "max-seconds");
    return evidence.moment().conditions().activity().stream()
        .flatMap(activity -> activity.prepared().stream())
        .filter(prepared -> prepared.age().compareTo(limit) >= 0)
        .map(prepared -> finding(prepared, evidence.moment().touched(prepared.locks())));
  }

  private Finding finding(PreparedTransaction prepared, SortedMap<ObjectName, LockMode> locks) {
    ObjectRef object =
        locks.size() == 1 ? ObjectRef.of(ObjectKind.TABLE, locks.firstKey()) : ObjectRef.database();
    return finding(
            object,
            "prepared transaction \"%s\" of user \"%s\" %s (for %d s)",
            prepared.identifier(),
            prepared.owner(),
            spoken(locks),
            prepared.age().toSeconds())
        .withDetail(prepared.identifier())
        .withNext(
            "Ask whoever coordinates the commit in two phases, then COMMIT PREPARED or ROLLBACK"
                + " PREPARED '"
                + prepared.identifier().replace("'", "''")
                + "'.");
  }

  private static String spoken(SortedMap<ObjectName, LockMode> locks) {
    if (locks.isEmpty()) {
      return "is left, without a lock on a table of the release";
    }
    ObjectName first = locks.firstKey();
    String more = locks.size() > 1 ? " and locks on " + (locks.size() - 1) + " more" : "";
    return "holds " + locks.get(first) + " on table \"" + first + "\"" + more;
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.moment().unseen(Topic.ACTIVITY);
  }
}
