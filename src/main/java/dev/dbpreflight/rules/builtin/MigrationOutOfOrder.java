package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.rules.Severity.ERROR;

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
    id = "migration-out-of-order",
    severity = ERROR,
    needs = Need.MIGRATIONS,
    since = "0.1.0",
    summary = "A migration was never applied, and one that comes after it was",
    why =
        """
        The tool only goes forward: it stops at such a file, or passes over it for ever, and what
        it creates is never there.\
        """,
    fix =
        """
        Rename the file so that it is the newest, or tell the tool once that it may run out of
        order.\
        """)
final class MigrationOutOfOrder implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.standings().stream()
        .filter(standing -> !standing.leftOut().isEmpty() && !standing.sharesNothing())
        .map(this::finding);
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.unreadStandings();
  }

  private Finding finding(Standing standing) {
    List<String> ids = standing.leftOut().stream().map(MigrationFile::id).toList();
    return finding(
        standing.ref(),
        "%s never applied, and a newer one was: %s",
        Few.count(ids.size(), "migration") + (ids.size() == 1 ? " was" : " were"),
        Few.of(ids));
  }
}
