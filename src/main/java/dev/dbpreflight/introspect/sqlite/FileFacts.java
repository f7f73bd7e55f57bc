package dev.dbpreflight.introspect.sqlite;

import dev.dbpreflight.conditions.ByteCount;
import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.conditions.DatabaseFile;
import dev.dbpreflight.conditions.DatabaseFile.Presence;
import dev.dbpreflight.conditions.FileContent;
import dev.dbpreflight.conditions.FileContent.Orphans;
import dev.dbpreflight.conditions.FilePages;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.conditions.Unread;
import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Session;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.problem.ProblemException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The conditions of a database file: what the session knows of the file, and what SQLite says of
 * its pages and its content. Reading all of the content keeps an application from committing, as
 * long as the file has no log; so it is done for small files only and for a short time, which is
 * well below the five seconds that most applications wait for a lock.
 */
final class FileFacts {
  private static final long SMALL = 256 * ByteCount.MEGABYTE;
  private static final Duration SHORT = Duration.ofSeconds(2);
  private static final int MOST_LINES = 100;
  private static final String PAGES_TITLE = "*** in database ";

  /** Of SQLite's result codes; the extended ones have more bits. */
  private static final int PRIMARY_CODE = 0xff;

  private static final int CORRUPT = 11;

  // One row. Tried on 3.54.
  private static final Query<FilePages> PAGES =
      new Query<>(
          "pages of the file",
          """
          SELECT (SELECT page_size FROM pragma_page_size) AS size,
            (SELECT page_count FROM pragma_page_count) AS pages,
            (SELECT freelist_count FROM pragma_freelist_count) AS free,
            (SELECT auto_vacuum FROM pragma_auto_vacuum) AS given_back
          """,
          row ->
              new FilePages(
                  row.number("size"),
                  row.number("pages"),
                  row.number("free"),
                  row.flag("given_back")));

  // One row: something that is wrong, or "ok". Tried on 3.54. The full check would also hold every
  // index against its table, which takes several times as long.
  private static final Query<String> CHECK =
      new Query<>(
          "content of the file",
          "PRAGMA main.quick_check(" + MOST_LINES + ")",
          row -> row.textOrEmpty("quick_check"),
          SHORT);

  // One row: rows of one table that lack their parents in another one. Tried on 3.54.
  private static final Query<Orphans> ORPHANS =
      new Query<>(
          "foreign keys",
          """
          SELECT "table" AS tbl, parent, count(*) AS orphans
          FROM pragma_foreign_key_check
          GROUP BY 1, 2
          ORDER BY 1, 2
          """,
          row ->
              new Orphans(
                  ObjectName.global(row.textOrEmpty("tbl")),
                  row.textOrEmpty("parent"),
                  row.number("orphans")),
          SHORT);

  /** What is wrong with rows, not with the file: SQLite says it in the same list. */
  private static final Pattern VIOLATION =
      Pattern.compile(
          "(?s)(NULL value in |CHECK constraint failed in |(NUMERIC|TEXT|non-[A-Z]+) value in ).*");

  private final Session session;
  private Conditions known;

  private FileFacts(Session session) {
    this.session = session;
    this.known = session.conditions();
  }

  static Conditions read(Session session) {
    return new FileFacts(session).read();
  }

  private Conditions read() {
    Optional<DatabaseFile> file = known.file();
    if (file.isPresent() && file.get().presence() == Presence.THERE) {
      DatabaseFile seen = withPages(file.get());
      FileContent content = content(seen);
      // Only now: what was not read was noted meanwhile.
      known = known.with(seen.withContent(content));
    }
    return known;
  }

  private DatabaseFile withPages(DatabaseFile file) {
    try {
      return file.withPages(session.ask(PAGES).getFirst());
    } catch (ProblemException refused) {
      unread(Topic.FILE_PAGES, "how many pages are free", refused);
      return file;
    }
  }

  private FileContent content(DatabaseFile file) {
    if (file.bytesInAll() > SMALL) {
      String reason = "the file has " + new ByteCount(file.bytesInAll());
      unread(Topic.FILE_INTEGRITY, "whether the file is whole", reason, asked("quick_check"));
      unread(Topic.FILE_ORPHANS, "whether rows lack parents", reason, asked("foreign_key_check"));
      return new FileContent(cut(file).toList(), List.of(), List.of());
    }
    List<String> wrong = wrong();
    List<String> damage =
        Stream.concat(cut(file), wrong.stream().filter(line -> !isOfRows(line))).toList();
    return new FileContent(
        damage, wrong.stream().filter(FileFacts::isOfRows).toList(), orphans(!damage.isEmpty()));
  }

  /**
   * SQLite does not miss bytes at the end of the last page that nothing uses. A file that others
   * write to meanwhile has other pages than a moment ago, but all of them whole.
   */
  private static Stream<String> cut(DatabaseFile file) {
    return file.pages().stream()
        .filter(pages -> pages.size() > 0 && file.bytes() % pages.size() != 0)
        .filter(pages -> file.bytes() < pages.size() * pages.count())
        .map(pages -> "the file ends within a page: it has " + file.bytes() + " bytes");
  }

  private static boolean isOfRows(String line) {
    return VIOLATION.matcher(line).matches();
  }

  private List<String> wrong() {
    try {
      return session.ask(CHECK).stream()
          .flatMap(FileFacts::lines)
          .filter(line -> !line.equals("ok"))
          .toList();
    } catch (ProblemException refused) {
      if (isCorrupt(refused)) {
        return List.of("the file is damaged or cut short");
      }
      String reason = refused.problem().what();
      unread(Topic.FILE_INTEGRITY, "whether the file is whole", reason, asked("quick_check"));
      return List.of();
    }
  }

  /** What is wrong with pages comes with a title, and all of it in one row. */
  private static Stream<String> lines(String row) {
    return row.startsWith(PAGES_TITLE) ? row.lines().skip(1) : Stream.of(row);
  }

  private List<Orphans> orphans(boolean damaged) {
    try {
      return session.ask(ORPHANS);
    } catch (ProblemException refused) {
      if (isCorrupt(refused) && !damaged) {
        throw refused;
      }
      String reason = refused.problem().what();
      unread(Topic.FILE_ORPHANS, "whether rows lack parents", reason, asked("foreign_key_check"));
      return List.of();
    }
  }

  private static boolean isCorrupt(ProblemException refused) {
    return refused.getCause() instanceof SQLException thrown
        && (thrown.getErrorCode() & PRIMARY_CODE) == CORRUPT;
  }

  private static String asked(String pragma) {
    return "sqlite3 FILE 'PRAGMA " + pragma + "', on a copy if the application must go on writing";
  }

  private void unread(Topic topic, String fact, ProblemException refused) {
    unread(topic, fact, refused.problem().what(), refused.problem().next());
  }

  private void unread(Topic topic, String fact, String reason, String remedy) {
    known = known.withUnread(new Unread(topic, fact, reason, remedy));
  }
}
