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
    id = "migration-heads-unmerged",
    severity = ERROR,
    needs = Need.MIGRATIONS,
    since = "0.1.0",
    summary = "The migration files end in several heads that no migration joins",
    why =
        """
        Two branches added a migration to the same parent. The tool refuses to upgrade, because it
        does not know which head is meant.\
        """,
    fix =
        """
        Write a merge migration that follows all of them: alembic merge heads, or manage.py
        makemigrations --merge.\
        """)
final class MigrationHeadsUnmerged implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.forks().stream()
        .map(
            heads ->
                finding(
                        ObjectRef.database(),
                        "the files in \"%s\" end in %d heads: %s",
                        evidence.migrations().orElseThrow().folder(),
                        heads.size(),
                        Few.of(heads))
                    .withDetail(heads.getFirst()));
  }
}
