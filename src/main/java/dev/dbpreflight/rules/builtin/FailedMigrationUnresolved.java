package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.rules.Severity.ERROR;

import dev.dbpreflight.history.History;
import dev.dbpreflight.history.Trouble;
import dev.dbpreflight.history.Trouble.Kind;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "failed-migration-unresolved",
    severity = ERROR,
    critical = true,
    since = "0.1.0",
    summary = "A migration failed or was broken off, and nobody has cleared it up",
    why =
        """
        The tool refuses to run until the record is repaired, and nobody knows which of the
        migration's statements are in the database.\
        """,
    fix =
        """
        Compare the schema with the migration, undo or finish it by hand, and then tell the tool:
        its repair, resolve or force command.\
        """)
final class FailedMigrationUnresolved implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.histories().stream()
        .flatMap(
            history ->
                history.troubles().stream()
                    .filter(trouble -> trouble.kind() == Kind.FAILED || !history.isBusy())
                    .map(trouble -> finding(history, trouble)));
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.unreadHistories();
  }

  private Finding finding(History history, Trouble trouble) {
    String which = trouble.migration().isEmpty() ? "a migration" : trouble.migration();
    String how =
        switch (trouble.kind()) {
          case FAILED -> " failed";
          case DIRTY -> " was begun and is marked as dirty";
          case UNFINISHED -> " was begun and has not ended";
        };
    String detail = trouble.detail().isEmpty() ? "" : ": " + trouble.detail();
    return finding(history.ref(), "\"%s\" says that %s", history.table(), which + how + detail)
        .withDetail(trouble.migration());
  }
}
