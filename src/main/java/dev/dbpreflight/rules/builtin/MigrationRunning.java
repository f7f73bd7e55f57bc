package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.model.Engine.POSTGRESQL;
import static dev.dbpreflight.rules.Severity.ERROR;

import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.history.History;
import dev.dbpreflight.history.MigrationLock;
import dev.dbpreflight.history.MigrationLock.Kind;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "migration-running",
    severity = ERROR,
    engines = POSTGRESQL,
    since = "0.1.0",
    summary = "A migration runs at this moment",
    why =
        """
        A second run waits for the first or fails, and what is read now is no longer true when it
        has ended.\
        """,
    fix =
        """
        Wait until the migration has ended, then check again. If it hangs, look at what its
        process waits for.\
        """)
final class MigrationRunning implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.histories().stream()
        .flatMap(
            history ->
                history.locks().stream()
                    .filter(lock -> lock.kind() == Kind.SESSION)
                    .map(lock -> finding(history, lock)));
  }

  /** Without a history there is no tool whose lock could be held. */
  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.histories().isEmpty()
        ? Stream.empty()
        : evidence.moment().unseen(Topic.MIGRATION_LOCKS);
  }

  private Finding finding(History history, MigrationLock lock) {
    String holder = lock.holder().isEmpty() ? "a process" : lock.holder();
    return finding(history.ref(), "%s holds the lock of %s", holder, history.tool().title());
  }
}
