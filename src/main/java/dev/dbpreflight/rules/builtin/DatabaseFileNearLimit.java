package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.model.Engine.SQLITE;
import static dev.dbpreflight.rules.Severity.WARNING;

import dev.dbpreflight.conditions.ByteCount;
import dev.dbpreflight.conditions.FilePages;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "database-file-near-limit",
    severity = WARNING,
    engines = SQLITE,
    since = "0.1.0",
    summary = "The database file has nearly as many pages as SQLite allows",
    why =
        """
        When the last page is used, every write fails: database or disk is full. A migration that
        rebuilds a table needs its pages twice.\
        """,
    fix =
        """
        Delete what is not needed and compact the file, or rebuild it with larger pages: PRAGMA
        page_size = 65536, then VACUUM.\
        """,
    parameters =
        @RuleInfo.Parameter(
            name = "max-used",
            standard = 0.8,
            min = 0,
            max = 1,
            meaning = "the share of all possible pages that the file may have"))
final class DatabaseFileNearLimit implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    double near = evidence.parameter(this, "max-used");
    return evidence.moment().conditions().file().stream()
        .flatMap(file -> file.pages().stream())
        .filter(pages -> pages.count() > near * FilePages.MOST)
        .map(
            pages ->
                finding(
                    ObjectRef.database(),
                    "the file has %d of the %d pages that it may have, %s each",
                    pages.count(),
                    FilePages.MOST,
                    new ByteCount(pages.size())));
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.moment().unseen(Topic.FILE_PAGES);
  }
}
