package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.rules.Severity.ERROR;

import dev.dbpreflight.history.History;
import dev.dbpreflight.history.MigrationLock;
import dev.dbpreflight.history.MigrationLock.Kind;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "migration-lock-left-behind",
    severity = ERROR,
    since = "0.1.0",
    summary = "A migration tool's lock is taken, and nobody is seen to hold it",
    why =
        """
        The tool waits for the lock or gives up, so the deployment stops before it has begun. A
        row stays when the process that wrote it was killed.\
        """,
    fix =
        """
        Make sure that no migration runs, then release the lock with the tool's own command, such
        as release-locks or migrate:unlock.\
        """)
final class MigrationLockLeftBehind implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.histories().stream()
        .filter(history -> !history.isBusy())
        .flatMap(
            history ->
                history.locks().stream()
                    .filter(lock -> lock.kind() == Kind.ROW)
                    .map(lock -> finding(history, lock)));
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.unreadHistories();
  }

  private Finding finding(History history, MigrationLock lock) {
    String holder = lock.holder().isEmpty() ? "" : " by " + lock.holder();
    return finding(
        history.ref(),
        "%s is locked%s in the database itself, beside \"%s\"",
        history.tool().title(),
        holder,
        history.table());
  }
}
