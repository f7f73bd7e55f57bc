package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.model.Engine.POSTGRESQL;
import static dev.dbpreflight.rules.Severity.WARNING;

import dev.dbpreflight.conditions.TableSize;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.model.InSql;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "wraparound-vacuum-due",
    severity = WARNING,
    engines = POSTGRESQL,
    since = "0.1.0",
    summary = "A vacuum that does not give way is due on a table that the release changes",
    why =
        """
        An autovacuum that prevents wraparound does not stop when somebody else wants the table. The
        migration waits for it, and everybody who comes to the table waits behind the migration.\
        """,
    fix =
        """
        VACUUM (FREEZE) the table before the deployment, or wait until autovacuum has done it.\
        """)
final class WraparoundVacuumDue implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence
        .moment()
        .touchedSizes()
        .filter(TableSize::vacuumDue)
        .map(
            size ->
                finding(
                        ObjectRef.of(ObjectKind.TABLE, size.table()),
                        "table \"%s\" is older than autovacuum_freeze_max_age allows",
                        size.table())
                    .withNext("VACUUM (FREEZE) " + InSql.name(size.table())));
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return Stream.concat(
        evidence.moment().unknownTouch(), evidence.moment().unseen(Topic.TABLE_SIZES));
  }
}
