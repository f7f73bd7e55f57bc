package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.model.Engine.POSTGRESQL;
import static dev.dbpreflight.rules.Severity.INFO;

import dev.dbpreflight.conditions.RoleSettings;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.model.InSql;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Hygiene, no more: nearly every database is like this, and a migration may set its own limit. It
 * is silent where nothing is known to come that may wait for a table in use.
 */
@RuleInfo(
    id = "lock-timeout-unset",
    severity = INFO,
    engines = POSTGRESQL,
    since = "0.1.0",
    summary = "The migrating role waits for locks without limit",
    why =
        """
        A migration that waits for a lock makes everybody wait who comes after it, also those who
        only read: one long transaction elsewhere is then an outage. A limit makes the migration
        fail instead, and it can be tried again.\
        """,
    fix =
        """
        Set lock_timeout for the role that migrates, or at the beginning of each migration.\
        """)
final class LockTimeoutUnset implements Rule {
  private static final String NAME = "lock_timeout";

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.moment().conditions().roleSettings().stream()
        .filter(RoleSettings::migrates)
        .filter(settings -> mayWait(evidence) && isUnset(settings))
        .map(
            settings ->
                finding(
                        ObjectRef.database(),
                        "%s is not set for role \"%s\": it waits for locks without limit",
                        NAME,
                        settings.role())
                    .withNext(
                        "ALTER ROLE "
                            + InSql.name(settings.role())
                            + " SET lock_timeout = '5s'; or let each migration begin with SET"
                            + " lock_timeout = '5s'"));
  }

  private static boolean isUnset(RoleSettings settings) {
    return settings
        .setting(NAME)
        .flatMap(setting -> setting.time())
        .filter(Duration::isZero)
        .isPresent();
  }

  private static boolean mayWait(Evidence evidence) {
    return !evidence.deployedAlready()
        && evidence
            .moment()
            .touchedTables()
            .map(tables -> !tables.isEmpty())
            .orElseGet(() -> evidence.upgrades().findAny().isPresent());
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.moment().unseen(Topic.ROLE_SETTINGS);
  }
}
