package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.rules.Severity.INFO;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.Standing;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Few;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Need;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.List;
import java.util.stream.Stream;

@RuleInfo(
    id = "migration-not-applied",
    severity = INFO,
    needs = Need.MIGRATIONS,
    since = "0.1.0",
    summary = "The release has migrations that are not applied yet",
    why =
        """
        Before a deployment this is what it will run. After one, the code that was written for
        them meets a schema without them.\
        """,
    fix =
        """
        Before a deployment, read the list. After one, run the migration tool and find out why it
        did not run.\
        """)
final class MigrationNotApplied implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.pending().map(this::finding);
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.unreadStandings();
  }

  private Finding finding(Standing standing) {
    List<String> ids = standing.pending().stream().map(MigrationFile::id).distinct().toList();
    return finding(
        standing.ref(),
        "%s not applied: %s",
        Few.count(ids.size(), "migration") + (ids.size() == 1 ? " is" : " are"),
        Few.of(ids));
  }
}
