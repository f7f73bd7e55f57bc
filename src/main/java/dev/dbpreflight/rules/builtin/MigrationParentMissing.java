package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.rules.Severity.ERROR;

import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Need;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "migration-parent-missing",
    severity = ERROR,
    needs = Need.MIGRATIONS,
    since = "0.1.0",
    summary = "A migration file follows one that does not exist",
    why =
        """
        The tool cannot put the files in order and stops before it has run any of them.\
        """,
    fix =
        """
        Restore the file that is missing, or correct what the migration says it follows.\
        """)
final class MigrationParentMissing implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.graph().stream()
        .flatMap(graph -> graph.missingParents().stream())
        .map(
            missing ->
                finding(
                        ObjectRef.database(),
                        "\"%s\" follows %s, which no file is",
                        missing.file().path(),
                        missing.parent())
                    .withDetail(missing.file().id()));
  }
}
