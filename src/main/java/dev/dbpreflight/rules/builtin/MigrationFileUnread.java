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
    id = "migration-file-unread",
    severity = ERROR,
    needs = Need.MIGRATIONS,
    since = "0.1.0",
    summary = "A migration file cannot be understood",
    why =
        """
        It may be one that is not applied yet, so nobody can say what the release brings.\
        """,
    fix =
        """
        Repair the file, or move it out of the folder if it is no migration.\
        """)
final class MigrationFileUnread implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.migrations().stream()
        .flatMap(files -> files.unread().stream())
        .map(
            unread ->
                finding(
                        ObjectRef.database(),
                        "\"%s\" %s",
                        unread.line() > 0 ? unread.path() + ":" + unread.line() : unread.path(),
                        unread.reason())
                    .withDetail(unread.path()));
  }
}
