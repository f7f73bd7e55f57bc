package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.model.Engine.SQLITE;
import static dev.dbpreflight.rules.Severity.WARNING;

import dev.dbpreflight.conditions.ByteCount;
import dev.dbpreflight.conditions.DatabaseFile;
import dev.dbpreflight.conditions.DatabaseFile.Store;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "disk-space-low",
    severity = WARNING,
    engines = SQLITE,
    since = "0.1.0",
    summary = "The disk of the database file has little room left",
    why =
        """
        A migration that rebuilds a table or compacts the file needs up to twice the size of the
        file beside it, and fails when the disk is full. So does every write of the application.\
        """,
    fix = "Make room on the file system of the file, or enlarge it, before the deployment.",
    parameters = {
      @RuleInfo.Parameter(
          name = "min-free",
          standard = 2,
          min = 0,
          max = 1_000,
          meaning = "how many times the size of the file must be free"),
      @RuleInfo.Parameter(
          name = "min-free-megabytes",
          standard = 10,
          min = 0,
          max = 1_000_000_000,
          meaning = "what must be free for the smallest of files, in millions of bytes")
    })
final class DiskSpaceLow implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    double times = evidence.parameter(this, "min-free");
    double least = evidence.parameter(this, "min-free-megabytes") * ByteCount.MEGABYTE;
    return evidence.moment().conditions().file().stream()
        .flatMap(
            file -> file.store().stream().flatMap(store -> finding(file, store, times, least)));
  }

  private Stream<Finding> finding(DatabaseFile file, Store store, double times, double least) {
    long needed = (long) Math.max(least, times * file.bytesInAll());
    if (store.readOnly() || store.freeBytes() >= needed) {
      return Stream.empty();
    }
    return Stream.of(
        finding(
            ObjectRef.database(),
            "%s are free on the disk, the file has %s and may need %s",
            new ByteCount(store.freeBytes()),
            new ByteCount(file.bytesInAll()),
            new ByteCount(needed)));
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.moment().unseen(Topic.FILE_STORE);
  }
}
