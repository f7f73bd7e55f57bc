package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.model.Engine.SQLITE;
import static dev.dbpreflight.rules.Severity.WARNING;

import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "constraint-violated",
    severity = WARNING,
    engines = SQLITE,
    since = "0.1.0",
    summary = "Rows break a NOT NULL or the type of a strict table",
    why =
        """
        A migration that rebuilds the table copies its rows into a new one with the same
        constraints, and fails at the first of them.\
        """,
    fix =
        """
        Correct the rows before the deployment, or loosen the constraint if they are right.\
        """)
final class ConstraintViolated implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.moment().conditions().file().stream()
        .flatMap(file -> file.content().violations().stream())
        .distinct()
        .map(said -> finding(ObjectRef.database(), "SQLite reports: %s", said).withDetail(said));
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.moment().unseen(Topic.FILE_INTEGRITY);
  }
}
