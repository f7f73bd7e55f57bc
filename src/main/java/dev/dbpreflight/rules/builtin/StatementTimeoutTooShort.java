package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.model.Engine.POSTGRESQL;
import static dev.dbpreflight.rules.Severity.WARNING;

import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import dev.dbpreflight.rules.ShortTimeout;
import java.util.stream.Stream;

@RuleInfo(
    id = "statement-timeout-too-short",
    severity = WARNING,
    engines = POSTGRESQL,
    since = "0.1.0",
    summary = "The statement_timeout of the migrating role ends long statements of a migration",
    why =
        """
        The server cancels a statement that takes longer: building an index or validating a
        constraint on a large table fails halfway, and a failed CREATE INDEX CONCURRENTLY leaves an
        invalid index behind.\
        """,
    fix = "Give the role that migrates a longer statement_timeout, or none.",
    parameters =
        @RuleInfo.Parameter(
            name = "seconds",
            standard = 30,
            min = 0,
            max = 1_000_000,
            meaning = "the time that a statement of a migration must be allowed"))
final class StatementTimeoutTooShort implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return ShortTimeout.of(evidence, "statement_timeout", evidence.parameter(this, "seconds"))
        .map(timeout -> timeout.told(this));
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.moment().unseen(Topic.ROLE_SETTINGS);
  }
}
