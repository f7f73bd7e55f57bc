package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.model.Engine.SQLITE;
import static dev.dbpreflight.rules.Severity.WARNING;

import dev.dbpreflight.conditions.DatabaseFile;
import dev.dbpreflight.conditions.DatabaseFile.Logs;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "journal-left-behind",
    severity = WARNING,
    engines = SQLITE,
    since = "0.1.0",
    summary = "A crash left a journal or a log beside the database file",
    why =
        """
        The file alone is not the database: whoever copies, moves or restores it without the other
        one loses committed rows or gets a damaged file. The next process that may write repairs
        it.\
        """,
    fix =
        """
        Open the database once with the rights to write, before the deployment touches its files:
        sqlite3 FILE "PRAGMA wal_checkpoint(TRUNCATE)".\
        """)
final class JournalLeftBehind implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.moment().conditions().file().map(DatabaseFile::logs).stream()
        .flatMap(this::findings);
  }

  private Stream<Finding> findings(Logs logs) {
    if (logs.hotJournal()) {
      return Stream.of(
          finding(
                  ObjectRef.database(),
                  "the -journal beside the file holds a transaction that was cut off and has to be"
                      + " undone")
              .withDetail("journal"));
    }
    return logs.logLeft()
        ? Stream.of(
            finding(
                    ObjectRef.database(),
                    "the -wal beside the file holds transactions, and no process has it open")
                .withDetail("wal"))
        : Stream.empty();
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    boolean logged =
        evidence.moment().conditions().file().stream()
            .anyMatch(file -> file.logs().writeAheadBytes() > 0);
    return logged ? evidence.moment().unseen(Topic.FILE_LOCKS) : Stream.empty();
  }
}
