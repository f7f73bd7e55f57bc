package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.model.Engine.POSTGRESQL;
import static dev.dbpreflight.rules.Severity.WARNING;

import dev.dbpreflight.conditions.Archiver;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "archiver-failing",
    severity = WARNING,
    engines = POSTGRESQL,
    since = "0.1.0",
    summary = "Archiving of the write-ahead log fails",
    why =
        """
        What is committed from now on is in no archive, so after an accident nobody can go back to
        the moment before the deployment. The server keeps every file that it could not archive
        until the disk is full.\
        """,
    fix =
        """
        Find out in the server's log why archive_command or archive_library fails, and deploy when
        pg_stat_archiver shows newer successes than failures.\
        """)
final class ArchiverFailing implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.moment().capacity().archiver().stream()
        .filter(Archiver::failing)
        .map(
            archiver ->
                finding(
                    ObjectRef.database(),
                    "the server could not archive \"%s\", and nothing since",
                    archiver.lastFailed()));
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.moment().unseen(Topic.ARCHIVER);
  }
}
