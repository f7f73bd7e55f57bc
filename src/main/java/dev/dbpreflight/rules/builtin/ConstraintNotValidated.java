package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.model.Engine.POSTGRESQL;
import static dev.dbpreflight.rules.Severity.WARNING;

import dev.dbpreflight.model.Constraint;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.model.Table;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "constraint-not-validated",
    severity = WARNING,
    engines = POSTGRESQL,
    since = "0.1.0",
    summary = "A constraint is NOT VALID: older rows were never checked against it",
    why =
        """
        Code relies on what the constraint promises while rows that break it may exist, and the
        validation that somebody planned was forgotten or failed.\
        """,
    fix = "Repair the rows that break it, then run ALTER TABLE … VALIDATE CONSTRAINT.")
final class ConstraintNotValidated implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence
        .tables()
        .flatMap(
            table ->
                Stream.concat(
                    table.constraints().stream()
                        .filter(ConstraintNotValidated::isUnproven)
                        .map(constraint -> ObjectRef.of(table.name(), constraint)),
                    unprovenNotNulls(table)))
        .map(object -> finding(object, "%s is NOT VALID", object));
  }

  private static boolean isUnproven(Constraint constraint) {
    return switch (constraint) {
      case Constraint.ForeignKey key -> key.enforced() && !key.validated();
      case Constraint.Check check -> check.enforced() && !check.validated();
      case Constraint.PrimaryKey key -> false;
      case Constraint.Unique key -> false;
      case Constraint.Exclusion exclusion -> false;
    };
  }

  private static Stream<ObjectRef> unprovenNotNulls(Table table) {
    return table.columns().stream()
        .filter(column -> column.notNullOptions().contains("NOT VALID"))
        .map(column -> ObjectRef.of(table.name(), column));
  }
}
