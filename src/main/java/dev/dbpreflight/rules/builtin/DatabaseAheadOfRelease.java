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
    id = "database-ahead-of-release",
    severity = ERROR,
    needs = Need.MIGRATIONS,
    since = "0.1.0",
    summary = "The database has a migration that is newer than every file of the release",
    why =
        """
        The release is older than what was deployed here, or it comes from another branch. Its
        code was never run against this schema, and its migration tool may stop at the revision
        that it does not know.\
        """,
    fix =
        """
        Deploy a release that has the file, or take the newer migrations back with the release
        that brought them.\
        """)
final class DatabaseAheadOfRelease implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.standings().stream()
        .filter(standing -> !standing.ahead().isEmpty())
        .filter(standing -> !standing.sharesNothing())
        .map(this::finding);
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.unreadStandings();
  }

  private Finding finding(Standing standing) {
    return finding(
        standing.ref(),
        "%s records %s, which no file in \"%s\" is",
        standing.recorder(),
        Few.of(standing.ahead()),
        standing.migrations().folder());
  }
}
