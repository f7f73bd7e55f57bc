package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.model.Engine.SQLITE;
import static dev.dbpreflight.rules.Severity.WARNING;

import dev.dbpreflight.conditions.ByteCount;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "write-ahead-log-large",
    severity = WARNING,
    engines = SQLITE,
    since = "0.1.0",
    summary = "The write-ahead log beside the database file has grown large",
    why =
        """
        Usually a reader that never ends keeps it from being carried over into the file. Every
        query gets slower by it, it takes room on the disk, and a migration that rewrites a table
        makes it grow further.\
        """,
    fix =
        """
        Find the connection that keeps a transaction open and end it, then empty the log: PRAGMA
        wal_checkpoint(TRUNCATE).\
        """,
    parameters =
        @RuleInfo.Parameter(
            name = "max-megabytes",
            standard = 256,
            min = 0,
            max = 1_000_000,
            meaning = "how large the log may be, in millions of bytes"))
final class WriteAheadLogLarge implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    double most = evidence.parameter(this, "max-megabytes") * ByteCount.MEGABYTE;
    return evidence.moment().conditions().file().stream()
        .map(file -> file.logs().writeAheadBytes())
        .filter(bytes -> bytes > most)
        .map(
            bytes ->
                finding(
                    ObjectRef.database(),
                    "the write-ahead log has %s, more than %s",
                    new ByteCount(bytes),
                    new ByteCount((long) most)));
  }
}
