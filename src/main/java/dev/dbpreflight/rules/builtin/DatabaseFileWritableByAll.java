package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.model.Engine.SQLITE;
import static dev.dbpreflight.rules.Severity.INFO;

import dev.dbpreflight.conditions.DatabaseFile;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "database-file-writable-by-all",
    severity = INFO,
    engines = SQLITE,
    since = "0.1.0",
    summary = "Every user of the machine may write to the database file",
    why =
        """
        Any process on the machine can change or destroy the data, whatever user it runs as.\
        """,
    fix = "Take the right to write from all but the owner and the group: chmod o-w FILE.")
final class DatabaseFileWritableByAll implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.moment().conditions().file().stream()
        .filter(DatabaseFile::worldWritable)
        .map(file -> finding(ObjectRef.database(), "every user may write to the file"));
  }
}
