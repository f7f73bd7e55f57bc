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
    id = "waiver-without-match",
    severity = WARNING,
    needs = Need.WAIVERS,
    since = "0.1.0",
    summary = "A waiver accepts something that is not there",
    why =
        """
        Either it was mended, or the name is wrong. A waiver that stays would one day accept
        something that nobody has looked at.\
        """,
    fix = "Remove the waiver, or correct the name of its object.")
final class WaiverWithoutMatch implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence
        .waivers(State.UNUSED)
        .map(
            waiver ->
                finding(
                        ObjectRef.database(),
                        "the waiver of %s on \"%s\" accepts nothing: %s",
                        waiver.rule(),
                        waiver.object(),
                        waiver.source())
                    .withDetail(waiver.rule() + " " + waiver.object()));
  }
}
