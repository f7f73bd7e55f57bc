package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.model.Engine.SQLITE;
import static dev.dbpreflight.rules.Severity.ERROR;

import dev.dbpreflight.conditions.DatabaseFile.Fault;
import dev.dbpreflight.conditions.DatabaseFile.Store;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "database-file-not-writable",
    severity = ERROR,
    engines = SQLITE,
    since = "0.1.0",
    summary = "The database file, or what has to be written beside it, cannot be written to",
    why =
        """
        SQLite writes to the file and makes a journal in its folder for every transaction, so the
        first statement of the migration that changes anything fails.\
        """,
    fix =
        """
        Give the file, the files beside it and the folder to the user that migrates, and mount the
        file system for writing.\
        """)
final class DatabaseFileNotWritable implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.moment().conditions().file().stream()
        .flatMap(
            file ->
                file.store().filter(Store::readOnly).isPresent()
                    ? Stream.of(
                        finding(
                            ObjectRef.database(), "its file system is mounted for reading only"))
                    : file.faults().stream().map(this::finding));
  }

  private Finding finding(Fault fault) {
    return finding(
            ObjectRef.database(), "%s cannot be written to: it %s", fault.place(), fault.reason())
        .withDetail(fault.place());
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.moment().unseen(Topic.FILE_RIGHTS, Topic.FILE_STORE);
  }
}
