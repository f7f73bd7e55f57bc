package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.model.Engine.SQLITE;
import static dev.dbpreflight.rules.Severity.INFO;

import dev.dbpreflight.conditions.ByteCount;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "database-file-mostly-free",
    severity = INFO,
    engines = SQLITE,
    since = "0.1.0",
    summary = "Most of the database file is free pages that hold nothing",
    why =
        """
        SQLite keeps the room of deleted rows for new ones: the file, its backups and every copy
        of it stay as large as they ever were.\
        """,
    fix =
        """
        Compact it when nobody uses it: VACUUM, which needs room for a second file and locks the
        first one meanwhile.\
        """,
    parameters = {
      @RuleInfo.Parameter(
          name = "max-free",
          standard = 0.5,
          min = 0,
          max = 1,
          meaning = "the share of its pages that may be free"),
      @RuleInfo.Parameter(
          name = "min-free-megabytes",
          standard = 100,
          min = 0,
          max = 1_000_000,
          meaning = "free room in millions of bytes that is not worth a word")
    })
final class DatabaseFileMostlyFree implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    double most = evidence.parameter(this, "max-free");
    double least = evidence.parameter(this, "min-free-megabytes") * ByteCount.MEGABYTE;
    return evidence.moment().conditions().file().stream()
        .flatMap(file -> file.pages().stream())
        .filter(pages -> pages.freeShare() > most && pages.freeBytes() >= least)
        .map(
            pages ->
                finding(
                    ObjectRef.database(),
                    "%d %% of the file are free pages: %s",
                    (long) Math.floor(pages.freeShare() * 100),
                    new ByteCount(pages.freeBytes())));
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.moment().unseen(Topic.FILE_PAGES);
  }
}
