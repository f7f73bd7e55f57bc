package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.model.Engine.POSTGRESQL;
import static dev.dbpreflight.rules.Severity.WARNING;

import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "collation-version-mismatch",
    severity = WARNING,
    engines = POSTGRESQL,
    since = "0.1.0",
    summary = "Indexes were built with another version of a collation than the one in use",
    why =
        """
        The operating system or ICU sorts text differently now: indexes miss rows, and unique ones
        let duplicates in.\
        """,
    fix =
        """
        Rebuild the indexes that depend on the collation, then run ALTER COLLATION or ALTER
        DATABASE … REFRESH COLLATION VERSION.\
        """)
final class CollationVersionMismatch implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.facts().collations().stream()
        .map(
            drift ->
                finding(
                    ObjectRef.of(ObjectKind.COLLATION, ObjectName.global(drift.name())),
                    "collation \"%s\" was version %s when the data was sorted, now it is %s",
                    drift.name(),
                    drift.recorded(),
                    drift.actual()));
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.facts().notRead().stream()
        .filter(fact -> fact.object().kind() == ObjectKind.COLLATION)
        .map(fact -> new Unseen(fact.fact() + " was not read: " + fact.reason(), fact.remedy()));
  }
}
