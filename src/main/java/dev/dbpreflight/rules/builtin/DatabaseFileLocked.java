package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.conditions.FileUser.Use.READING;
import static dev.dbpreflight.conditions.FileUser.Use.WRITING;
import static dev.dbpreflight.model.Engine.SQLITE;
import static dev.dbpreflight.rules.Severity.WARNING;

import dev.dbpreflight.conditions.FileUser;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "database-file-locked",
    severity = WARNING,
    engines = SQLITE,
    since = "0.1.0",
    summary = "Another process keeps the database file locked",
    why =
        """
        Until its transaction ends, the first statement of the migration that writes, or its
        commit, waits and then fails: database is locked.\
        """,
    fix =
        """
        Wait until that process is done, or stop it, then check again. If it is the application,
        look for a transaction that it does not end.\
        """)
final class DatabaseFileLocked implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.moment().conditions().file().stream()
        .flatMap(file -> file.users(READING, WRITING).stream())
        .map(user -> finding(ObjectRef.database(), what(user), user).withDetail(user.command()));
  }

  private static String what(FileUser user) {
    return user.use() == WRITING
        ? "%s keeps a write transaction open"
        : "%s keeps a read open, so that nobody else can commit";
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.moment().unseen(Topic.FILE_LOCKS);
  }
}
