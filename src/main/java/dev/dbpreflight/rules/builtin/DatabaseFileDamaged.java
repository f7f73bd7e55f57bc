package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.model.Engine.SQLITE;
import static dev.dbpreflight.rules.Severity.ERROR;

import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Few;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.List;
import java.util.stream.Stream;

@RuleInfo(
    id = "database-file-damaged",
    severity = ERROR,
    engines = SQLITE,
    since = "0.1.0",
    summary = "The database file is damaged",
    why =
        """
        Queries fail or give wrong answers wherever they come to the broken part, and a migration
        that copies a table loses what it cannot read.\
        """,
    fix =
        """
        Restore the file from a backup, or save what can be read: sqlite3 FILE .recover. Then look
        for the cause: copies made while an application wrote, a full or failing disk, a network
        share.\
        """)
final class DatabaseFileDamaged implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    List<String> damage =
        evidence
            .moment()
            .conditions()
            .file()
            .map(file -> file.content().damage())
            .orElse(List.of());
    return damage.isEmpty()
        ? Stream.empty()
        : Stream.of(finding(ObjectRef.database(), "SQLite reports damage: %s", Few.of(damage)));
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.moment().unseen(Topic.FILE_INTEGRITY);
  }
}
