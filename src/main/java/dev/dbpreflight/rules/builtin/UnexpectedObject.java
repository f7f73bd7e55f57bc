package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.rules.Severity.ERROR;

import dev.dbpreflight.diff.Change.ObjectUnexpected;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Need;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "unexpected-object",
    severity = ERROR,
    needs = Need.EXPECTED_SCHEMA,
    since = "0.1.0",
    summary = "An object exists that the expected schema does not have",
    why =
        """
        Somebody changed the database outside of the migrations, or it is not the database that was
        meant. A later migration may meet the object where it does not expect it.\
        """,
    fix =
        """
        Write a migration that creates or drops the object, so that every database has the same
        schema, and renew the snapshot.\
        """)
final class UnexpectedObject implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence
        .changes(ObjectUnexpected.class)
        .map(change -> finding(change.object(), "%s is not expected", change.object()));
  }
}
