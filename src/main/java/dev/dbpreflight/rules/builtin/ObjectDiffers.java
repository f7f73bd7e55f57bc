package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.rules.Severity.ERROR;

import dev.dbpreflight.diff.Change.PropertyDiffers;
import dev.dbpreflight.diff.Excerpt;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Need;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "object-differs",
    severity = ERROR,
    needs = Need.EXPECTED_SCHEMA,
    since = "0.1.0",
    summary = "An object is not as the expected schema has it",
    why =
        """
        Code and migrations that were written for the expected schema may fail here, or work on
        data that other databases would refuse.\
        """,
    fix =
        """
        Write a migration that makes the object what it should be. If the live one is right, renew
        the snapshot.\
        """)
final class ObjectDiffers implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.changes(PropertyDiffers.class).map(this::finding);
  }

  private Finding finding(PropertyDiffers change) {
    Excerpt values = Excerpt.of(change.expected(), change.actual());
    return finding(
            change.object(),
            "%s: %s is %s, expected %s",
            change.object(),
            change.property(),
            values.actual(),
            values.expected())
        .withDetail(change.property());
  }
}
