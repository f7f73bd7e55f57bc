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
    id = "transaction-timeout-too-short",
    severity = WARNING,
    engines = POSTGRESQL,
    since = "0.1.0",
    summary = "A limit of the migrating role ends the transaction of a long migration",
    why =
        """
        The server ends the session of a migration whose transaction takes longer, or that computes
        for longer between two statements: all that it did is rolled back, and its tool sees only a
        lost connection.\
        """,
    fix =
        """
        Give the role that migrates a longer transaction_timeout and
        idle_in_transaction_session_timeout, or none.\
        """,
    parameters = {
      @RuleInfo.Parameter(
          name = "seconds",
          standard = 60,
          min = 0,
          max = 1_000_000,
          meaning = "the time that the transaction of a migration must be allowed"),
      @RuleInfo.Parameter(
          name = "idle-seconds",
          standard = 10,
          min = 0,
          max = 1_000_000,
          meaning = "the time that a migration must be allowed between two statements")
    })
final class TransactionTimeoutTooShort implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return Stream.concat(
            ShortTimeout.of(evidence, "transaction_timeout", evidence.parameter(this, "seconds")),
            ShortTimeout.of(
                evidence,
                "idle_in_transaction_session_timeout",
                evidence.parameter(this, "idle-seconds")))
        .map(timeout -> timeout.told(this));
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.moment().unseen(Topic.ROLE_SETTINGS);
  }
}
