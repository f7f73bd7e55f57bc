package dev.dbpreflight.introspect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.conditions.FileContent;
import dev.dbpreflight.conditions.FileContent.Orphans;
import dev.dbpreflight.conditions.FilePages;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.conditions.Unread;
import dev.dbpreflight.connect.ConnectOptions;
import dev.dbpreflight.connect.Connector;
import dev.dbpreflight.connect.DatabaseUrl;
import dev.dbpreflight.connect.Deadline;
import dev.dbpreflight.connect.Session;
import dev.dbpreflight.introspect.Observer;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.problem.ProblemException;
import dev.dbpreflight.support.Databases;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What SQLite says of the content of a file, healthy, broken and broken at random. */
class FileFactsTest {
  private static final int PAGE = 4096;

  /** In no order, so that the index has many pages too, and the same each time. */
  private static final String ROWS =
      "INSERT INTO item (name) WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n"
          + " WHERE i < 2000) SELECT printf('%0100d', i * 104729 % 99991) FROM n";

  @TempDir Path folder;

  private static Conditions look(Path file) {
    DatabaseUrl url = DatabaseUrl.parse(file.toString(), "the test");
    ConnectOptions options = new ConnectOptions(Deadline.after(Duration.ofSeconds(60)));
    try (Session session = Connector.open(url, options)) {
      return new Observer(new SqliteIntrospector()).observe(session).live().conditions();
    }
  }

  private static FileContent content(Path file) {
    return look(file).file().orElseThrow().content();
  }

  private Path items() {
    return Databases.sqlite(
        folder,
        "CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT NOT NULL);"
            + " CREATE INDEX item_by_name ON item (name)",
        ROWS);
  }

  @Test
  void aWholeFileIsWhole() {
    Path file = items();
    assertThat(content(file)).isEqualTo(FileContent.NONE);
    assertThat(look(file).unread()).noneMatch(unread -> unread.topic() == Topic.FILE_INTEGRITY);
  }

  @Test
  void countsPages() throws IOException {
    Path file = items();
    Databases.sqliteRun(file, "DELETE FROM item WHERE id > 10");
    FilePages pages = look(file).file().orElseThrow().pages().orElseThrow();
    assertThat(pages.size() * pages.count()).isEqualTo(Files.size(file));
    assertThat(pages.freeShare()).isGreaterThan(0.5);
    assertThat(pages.autoVacuum()).isFalse();
  }

  @Test
  void findsRowsWithoutParents() {
    Path file =
        Databases.sqlite(
            folder,
            "CREATE TABLE \"p'q\" (id INTEGER PRIMARY KEY);"
                + " CREATE TABLE \"c\"\"d\ne\" (p REFERENCES \"p'q\" (id), g REFERENCES gone (id));"
                + " INSERT INTO \"p'q\" VALUES (1);"
                + " INSERT INTO \"c\"\"d\ne\" VALUES (1, NULL), (2, NULL), (3, 1)");
    ObjectName child = ObjectName.global("c\"d\ne");
    assertThat(content(file).orphans())
        .containsExactly(new Orphans(child, "gone", 1), new Orphans(child, "p'q", 2));
  }

  @Test
  void aKeyThatRefersToNoKeyIsNotChecked() {
    Path file =
        Databases.sqlite(
            folder, "CREATE TABLE p (a, b); CREATE TABLE c (a REFERENCES p (a))", "SELECT 1");
    Databases.sqliteRun(file, "INSERT INTO c VALUES (1)");
    assertThat(look(file).unread())
        .extracting(Unread::topic, Unread::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                Topic.FILE_ORPHANS,
                "cannot read foreign keys from \""
                    + file
                    + "\": foreign key mismatch - \"c\" referencing \"p\""));
  }

  @Test
  void tellsRowsThatBreakTheirTableFromDamage() {
    Path file =
        Databases.sqlite(
            folder,
            "CREATE TABLE t (a TEXT); INSERT INTO t VALUES (NULL)",
            "PRAGMA writable_schema = ON;"
                + " UPDATE sqlite_schema SET sql = 'CREATE TABLE t (a TEXT NOT NULL)'");
    assertThat(content(file).violations()).containsExactly("NULL value in t.a");
    assertThat(content(file).damage()).isEmpty();
  }

  @Test
  void aLargeFileIsNotReadToItsEnd() throws IOException {
    Path file = items();
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(300_000_000);
    }
    assertThat(look(file).unread())
        .extracting(Unread::topic)
        .contains(Topic.FILE_INTEGRITY, Topic.FILE_ORPHANS);
    assertThat(look(file).unread()).extracting(Unread::reason).contains("the file has 300 MB");
  }

  @Test
  void aPageOfGarbageNeverPasses() throws IOException {
    byte[] whole = Files.readAllBytes(items());
    Random random = new Random(20261126);
    for (int round = 0; round < 150; round++) {
      byte[] broken = whole.clone();
      byte[] garbage = new byte[PAGE];
      random.nextBytes(garbage);
      int page = round % (whole.length / PAGE);
      // With its header, else it is no database at all, which is told when it is opened.
      int from = page == 0 ? 100 : 0;
      System.arraycopy(garbage, from, broken, page * PAGE + from, PAGE - from);
      assertNoPass(broken, "page " + (page + 1) + " in round " + round);
    }
  }

  @Test
  void aFileThatWasCutNeverPasses() throws IOException {
    byte[] whole = Files.readAllBytes(items());
    Random random = new Random(4);
    for (int round = 0; round < 100; round++) {
      int length = 1 + random.nextInt(whole.length - 1);
      int rounded = round % 2 == 0 ? length : Math.max(PAGE, length / PAGE * PAGE);
      assertNoPass(Arrays.copyOf(whole, rounded), "cut to " + rounded);
    }
  }

  /** Nothing that SQLite reads is missing. */
  @Test
  void unusedBytesAreMissedTooButNotThoseBehindTheLastPage() throws IOException {
    Path file = Databases.sqlite(folder, "CREATE TABLE item (id INTEGER PRIMARY KEY)");
    Databases.sqliteRun(file, "CREATE TABLE empty (id INTEGER PRIMARY KEY)");
    byte[] whole = Files.readAllBytes(file);
    Path other = folder.resolve("other.db");

    // The last page is an empty one of rows: its content grows from its end, of which there is
    // none.
    Files.write(other, Arrays.copyOf(whole, whole.length - 3));
    assertThat(content(other).damage())
        .containsExactly("the file ends within a page: it has " + (whole.length - 3) + " bytes");

    Files.write(other, Arrays.copyOf(whole, whole.length + 3));
    assertThat(content(other).damage()).isEmpty();
  }

  @Test
  void aHoleNeverPasses() throws IOException {
    byte[] whole = Files.readAllBytes(items());
    for (int page = 1; page < whole.length / PAGE; page++) {
      byte[] broken = whole.clone();
      Arrays.fill(broken, page * PAGE, (page + 1) * PAGE, (byte) 0);
      assertNoPass(broken, "zeros in page " + (page + 1));
    }
  }

  private void assertNoPass(byte[] content, String how) throws IOException {
    Path file = Files.write(folder.resolve("broken.db"), content);
    List<String> damage;
    try {
      damage = content(file).damage();
    } catch (ProblemException e) {
      assertThat(e.problem().what()).as(how).startsWith("cannot ").doesNotContain("org.sqlite");
      return;
    }
    assertThat(damage).as(how).isNotEmpty();
  }
}
