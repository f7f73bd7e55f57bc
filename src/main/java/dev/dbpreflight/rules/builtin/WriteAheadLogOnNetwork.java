package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.model.Engine.SQLITE;
import static dev.dbpreflight.rules.Severity.WARNING;

import dev.dbpreflight.conditions.DatabaseFile.Store;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "write-ahead-log-on-network",
    severity = WARNING,
    engines = SQLITE,
    since = "0.1.0",
    summary = "A database with a write-ahead log lies on a network file system",
    why =
        """
        The processes that use the log share memory, which works on one machine only: on a network
        file system SQLite may lose transactions or damage the file without an error.\
        """,
    fix =
        """
        Move the file to a local disk, or switch the log off while nobody has it open: PRAGMA
        journal_mode = DELETE.\
        """)
final class WriteAheadLogOnNetwork implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.moment().conditions().file().stream()
        .filter(file -> file.logs().writeAhead())
        .flatMap(file -> file.store().stream())
        .filter(Store::network)
        .map(
            store ->
                finding(
                    ObjectRef.database(),
                    "the file is in write-ahead mode on a file system of type %s",
                    store.type()));
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    boolean logged =
        evidence.moment().conditions().file().stream().anyMatch(file -> file.logs().writeAhead());
    return logged ? evidence.moment().unseen(Topic.FILE_STORE) : Stream.empty();
  }
}
