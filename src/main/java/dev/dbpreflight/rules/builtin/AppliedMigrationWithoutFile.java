package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.rules.Severity.ERROR;

import dev.dbpreflight.history.Standing;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Few;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Need;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "applied-migration-without-file",
    severity = ERROR,
    needs = Need.MIGRATIONS,
    since = "0.1.0",
    summary = "A migration was applied whose file the release does not have",
    why =
        """
        The files no longer lead to the schema that this database has, so that a new one would be
        built differently. Many tools refuse to run until the file is back.\
        """,
    fix =
        """
        Restore the file from the version control. If it was deleted on purpose, let the tool
        forget it: its repair, prune or squash command.\
        """)
final class AppliedMigrationWithoutFile implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.standings().stream()
        .filter(standing -> !standing.sharesNothing())
        .filter(standing -> !standing.missing().isEmpty())
        .map(this::finding);
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.unreadStandings();
  }

  private Finding finding(Standing standing) {
    return finding(
        standing.ref(),
        "%s records %s, but \"%s\" has no such file",
        standing.recorder(),
        Few.of(standing.missing()),
        standing.migrations().folder());
  }
}
