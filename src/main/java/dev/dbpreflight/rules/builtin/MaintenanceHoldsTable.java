package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.model.Engine.POSTGRESQL;
import static dev.dbpreflight.rules.Severity.WARNING;

import dev.dbpreflight.conditions.Maintenance;
import dev.dbpreflight.conditions.Maintenance.Kind;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.time.Duration;
import java.util.stream.Stream;

@RuleInfo(
    id = "maintenance-holds-table",
    severity = WARNING,
    engines = POSTGRESQL,
    since = "0.1.0",
    summary = "Maintenance that does not give way runs on a table of the release",
    why =
        """
        Altering the table waits until a vacuum or an index build has ended, which can take hours,
        and everybody else who needs the table queues behind that wait. An ordinary autovacuum
        gives way by itself and is not meant.\
        """,
    fix = "Wait until it has ended, or cancel it with pg_cancel_backend and repeat it later.",
    parameters =
        @RuleInfo.Parameter(
            name = "max-seconds",
            standard = 10,
            min = 0,
            max = 86_400,
            meaning = "how many seconds maintenance of a table of the release may last"))
final class MaintenanceHoldsTable implements Rule {
  private static final String LET_IT_END =
      "Wait until it has ended: cancelled, it begins anew, and it has to be done before"
          + " transaction ids run out.";

  @Override
  public Stream<Finding> check(Evidence evidence) {
    Duration limit = evidence.seconds(this, "max-seconds");
    return evidence.moment().conditions().activity().stream()
        .flatMap(activity -> activity.maintenance().stream())
        .filter(work -> work.kind() != Kind.AUTOMATIC && evidence.moment().mayTouch(work.table()))
        .filter(work -> work.age().filter(age -> age.compareTo(limit) >= 0).isPresent())
        .map(this::finding);
  }

  private Finding finding(Maintenance work) {
    ObjectRef table = ObjectRef.of(ObjectKind.TABLE, work.table());
    String seconds = work.age().map(age -> ", for " + age.toSeconds() + " s").orElse("");
    String where = "(" + work.process().address() + seconds + ")";
    return work.kind() == Kind.AGAINST_WRAPAROUND
        ? finding(
                table,
                "autovacuum works on table \"%s\" to prevent wraparound, and does not give way %s",
                work.table(),
                where)
            .withNext(LET_IT_END)
        : finding(
            table,
            "%s of %s works on table \"%s\" %s",
            work.command(),
            work.process().name(),
            work.table(),
            where);
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.moment().unseen(Topic.ACTIVITY, Topic.MAINTENANCE);
  }
}
