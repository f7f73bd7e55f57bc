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
    id = "pending-migration-without-transaction",
    severity = INFO,
    needs = Need.MIGRATIONS,
    since = "0.1.0",
    summary = "A migration that is not applied yet runs outside of a transaction",
    why =
        """
        If it fails half-way, what it did until then stays, and the history does not say how far
        it came.\
        """,
    fix =
        """
        Keep to one statement in such a file, and write it so that it can be run once more.\
        """)
final class PendingMigrationWithoutTransaction implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.upgrades().flatMap(this::findings);
  }

  private Stream<Finding> findings(Standing standing) {
    List<String> ids =
        standing.pending().stream()
            .filter(file -> !file.transactional())
            .map(MigrationFile::id)
            .toList();
    return ids.isEmpty()
        ? Stream.empty()
        : Stream.of(finding(standing.ref(), "no transaction is around %s", Few.of(ids)));
  }
}
