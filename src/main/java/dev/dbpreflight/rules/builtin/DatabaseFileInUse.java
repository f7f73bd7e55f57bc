package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.model.Engine.SQLITE;
import static dev.dbpreflight.rules.Severity.INFO;

import dev.dbpreflight.conditions.FileUser;
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
    id = "database-file-in-use",
    severity = INFO,
    engines = SQLITE,
    since = "0.1.0",
    summary = "Another process has the database file open",
    why =
        """
        An application that goes on running during the migration meets a schema that it does not
        know, and each of the two may find the database locked by the other.\
        """,
    fix =
        """
        Stop the application for the migration, or make sure that its release works with both
        schemas and waits for locks.\
        """)
final class DatabaseFileInUse implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.moment().conditions().file().stream()
        .filter(file -> !file.users().isEmpty())
        .map(file -> finding(ObjectRef.database(), "%s", what(file.users())));
  }

  private static String what(List<FileUser> users) {
    String who = users.size() == 1 ? "another process has" : users.size() + " processes have";
    return who + " the file open: " + Few.of(users.stream().map(FileUser::toString).toList());
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.moment().unseen(Topic.FILE_USERS);
  }
}
