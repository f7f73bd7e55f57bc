package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.rules.Severity.INFO;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationFile.WayDown;
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
    id = "pending-migration-without-way-down",
    severity = INFO,
    needs = Need.MIGRATIONS,
    since = "0.1.0",
    summary = "A migration that is not applied yet says no way back",
    why =
        """
        If the release must be taken back, its schema has to be taken back by hand or from a
        backup.\
        """,
    fix =
        """
        Write the way down, or make sure that the old code works on the new schema.\
        """)
final class PendingMigrationWithoutWayDown implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.upgrades().flatMap(this::findings);
  }

  private Stream<Finding> findings(Standing standing) {
    List<String> ids =
        standing.pending().stream()
            .filter(file -> file.wayDown() == WayDown.ABSENT)
            .map(MigrationFile::id)
            .toList();
    return ids.isEmpty()
        ? Stream.empty()
        : Stream.of(finding(standing.ref(), "there is no way down in %s", Few.of(ids)));
  }
}
