package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.rules.Severity.ERROR;

import dev.dbpreflight.diff.Change.ObjectMissing;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Need;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "expected-object-missing",
    severity = ERROR,
    needs = Need.EXPECTED_SCHEMA,
    since = "0.1.0",
    summary = "An object of the expected schema does not exist",
    why =
        """
        Code and migrations that were written for the expected schema fail when they first use the
        object.\
        """,
    fix =
        """
        Find out which migration creates the object and why it did not run here, then run it.\
        """)
final class ExpectedObjectMissing implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence
        .changes(ObjectMissing.class)
        .map(change -> finding(change.object(), "%s does not exist", change.object()));
  }
}
