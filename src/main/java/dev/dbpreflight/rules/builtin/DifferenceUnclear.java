package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.model.Engine.POSTGRESQL;
import static dev.dbpreflight.rules.Severity.WARNING;

import dev.dbpreflight.diff.Change.PropertyUnclear;
import dev.dbpreflight.diff.Excerpt;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Need;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "difference-unclear",
    severity = WARNING,
    engines = POSTGRESQL,
    needs = Need.EXPECTED_SCHEMA,
    since = "0.1.0",
    summary = "A definition reads differently, but the server versions may be the only reason",
    why =
        """
        Major versions print the same definition in different words, so that a real difference
        cannot be told from one in print.\
        """,
    fix =
        """
        Compare the two texts by eye, or take the snapshot again on a server of the same major
        version.\
        """)
final class DifferenceUnclear implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.changes(PropertyUnclear.class).map(this::finding);
  }

  private Finding finding(PropertyUnclear change) {
    Excerpt values = Excerpt.of(change.expected(), change.actual());
    return finding(
            change.object(),
            "%s: %s reads \"%s\", expected \"%s\" (%s)",
            change.object(),
            change.property(),
            values.actual(),
            values.expected(),
            change.reason())
        .withDetail(change.property());
  }
}
