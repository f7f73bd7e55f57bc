package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.rules.Severity.WARNING;

import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Need;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import dev.dbpreflight.rules.Waivers.State;
import java.util.stream.Stream;

@RuleInfo(
    id = "waiver-expired",
    severity = WARNING,
    needs = Need.WAIVERS,
    since = "0.1.0",
    summary = "The last day of a waiver is over",
    why =
        """
        Somebody meant to look at it again by that day. What it accepted counts again, if it is
        still there.\
        """,
    fix = "Mend what was waived and remove the waiver, or give it a new last day and a reason.")
final class WaiverExpired implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence
        .waivers(State.EXPIRED)
        .map(
            waiver ->
                finding(
                        ObjectRef.database(),
                        "the waiver of %s on \"%s\" ended on %s: %s",
                        waiver.rule(),
                        waiver.object(),
                        waiver.until(),
                        waiver.source())
                    .withDetail(waiver.rule() + " " + waiver.object()));
  }
}
