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
    id = "squash-half-applied",
    severity = ERROR,
    needs = Need.MIGRATIONS,
    since = "0.1.0",
    summary = "A squashed migration replaces some that were applied and some that were not",
    why =
        """
        The tool then goes on with the replaced files, and those that are missing were deleted: it
        stops, or never runs what they did.\
        """,
    fix =
        """
        Restore the replaced files, apply all of them, and only then go on with the squashed
        migration.\
        """)
final class SquashHalfApplied implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.standings().stream()
        .flatMap(standing -> standing.torn().stream().flatMap(file -> findings(standing, file)));
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.unreadStandings();
  }

  private Stream<Finding> findings(Standing standing, MigrationFile squash) {
    List<String> gone =
        squash.replaces().stream()
            .filter(id -> !standing.records(id) && !standing.migrations().has(id))
            .toList();
    return gone.isEmpty()
        ? Stream.empty()
        : Stream.of(
            finding(
                    standing.ref(),
                    "%s replaces %s, which was not applied and has no file",
                    squash.id(),
                    Few.of(gone))
                .withDetail(squash.id()));
  }
}
