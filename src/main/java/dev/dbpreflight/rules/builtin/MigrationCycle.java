package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.rules.Severity.ERROR;

import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Few;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Need;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "migration-cycle",
    severity = ERROR,
    needs = Need.MIGRATIONS,
    since = "0.1.0",
    summary = "Migration files follow each other in a circle",
    why =
        """
        None of them can be first, so the tool stops before it has run any of them.\
        """,
    fix =
        """
        Correct what one of them says it follows, usually the newest.\
        """)
final class MigrationCycle implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.graph().stream()
        .flatMap(graph -> graph.cycles().stream())
        .map(
            cycle ->
                finding(
                        ObjectRef.database(),
                        "%s in a circle: %s",
                        cycle.size() == 1
                            ? "a migration follows itself"
                            : cycle.size() + " migrations follow each other",
                        Few.of(cycle))
                    .withDetail(cycle.getFirst()));
  }
}
