package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.rules.Severity.ERROR;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.Standing;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Need;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "applied-migration-edited",
    severity = ERROR,
    needs = Need.MIGRATIONS,
    since = "0.1.0",
    summary = "A migration file was changed after it was applied",
    why =
        """
        This database was built by the old text, and a new one is built by the new text: they
        differ. Some tools refuse to run.\
        """,
    fix =
        """
        Take the change back and write it as a new migration. If only a comment changed, let the
        tool record the new checksum: its repair command.\
        """)
final class AppliedMigrationEdited implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.standings().stream()
        .flatMap(standing -> standing.edited().stream().map(file -> finding(standing, file)));
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.unreadStandings();
  }

  private Finding finding(Standing standing, MigrationFile file) {
    return finding(
            standing.ref(),
            "\"%s\" has another checksum than the one that %s records for %s",
            file.path(),
            standing.recorder(),
            file.id())
        .withDetail(file.id());
  }
}
