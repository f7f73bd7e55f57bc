package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.rules.Severity.ERROR;

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
    id = "history-without-files",
    severity = ERROR,
    critical = true,
    needs = Need.MIGRATIONS,
    since = "0.1.0",
    summary = "The history records migrations, and the release has the file of none of them",
    why =
        """
        This is another application's database, or the files are another release's. Migrations
        that were written for other tables would run here.\
        """,
    fix =
        """
        Point at the database that was meant, or name the folder with the files of this
        application.\
        """)
final class HistoryWithoutFiles implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.standings().stream().filter(Standing::sharesNothing).map(this::finding);
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.unreadStandings();
  }

  private Finding finding(Standing standing) {
    List<String> ids =
        Stream.of(standing.pruned(), standing.missing(), standing.ahead())
            .flatMap(List::stream)
            .toList();
    return finding(
        standing.ref(),
        "%s records %s, none of which is in \"%s\": %s",
        standing.recorder(),
        Few.count(ids.size(), "migration"),
        standing.migrations().folder(),
        Few.of(ids));
  }
}
