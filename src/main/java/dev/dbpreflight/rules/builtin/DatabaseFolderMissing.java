package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.model.Engine.SQLITE;
import static dev.dbpreflight.rules.Severity.WARNING;

import dev.dbpreflight.conditions.DatabaseFile.Presence;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "database-folder-missing",
    severity = WARNING,
    engines = SQLITE,
    since = "0.1.0",
    summary = "Neither the database file nor its folder exists",
    why =
        """
        SQLite makes a missing file but no folders, so an application that does not make this one
        itself cannot open its database. Usually the path is misspelt, or a volume is not mounted.\
        """,
    fix = "Correct the path, mount the volume, or make the folder.")
final class DatabaseFolderMissing implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.moment().conditions().file().stream()
        .filter(file -> file.presence() == Presence.MISSING_WITH_FOLDER)
        .map(
            file ->
                finding(ObjectRef.database(), "the folder of \"%s\" does not exist", file.path()));
  }
}
