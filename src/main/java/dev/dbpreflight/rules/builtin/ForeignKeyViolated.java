package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.model.Engine.SQLITE;
import static dev.dbpreflight.rules.Severity.WARNING;

import dev.dbpreflight.conditions.FileContent.Orphans;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "foreign-key-violated",
    severity = WARNING,
    engines = SQLITE,
    since = "0.1.0",
    summary = "Rows refer to rows that do not exist",
    why =
        """
        SQLite only looks at foreign keys where the application asks it to, so such rows stay
        unnoticed until a migration rebuilds the table with the keys switched on, or a tool checks
        them before it commits.\
        """,
    fix =
        """
        Delete the rows or give them a parent, and have every connection switch foreign keys on.\
        """)
final class ForeignKeyViolated implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.moment().conditions().file().stream()
        .flatMap(file -> file.content().orphans().stream())
        .map(this::finding);
  }

  private Finding finding(Orphans orphans) {
    ObjectRef table = ObjectRef.of(ObjectKind.TABLE, orphans.table());
    String what =
        orphans.rows() == 1
            ? "1 row of %2$s refers to a row of \"%3$s\" that does not exist"
            : "%1$d rows of %2$s refer to rows of \"%3$s\" that do not exist";
    return finding(table, what, orphans.rows(), table, orphans.parent())
        .withDetail(orphans.parent());
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.moment().unseen(Topic.FILE_ORPHANS);
  }
}
