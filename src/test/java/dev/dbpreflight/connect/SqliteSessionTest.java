package dev.dbpreflight.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dbpreflight.model.Engine;
import dev.dbpreflight.problem.ProblemException;
import dev.dbpreflight.support.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteSessionTest {
  private static final String TABLE = "CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT)";
  private static final String THREE_ROWS = "INSERT INTO item (name) VALUES ('a'), ('b'), ('c')";
  private static final Query<Long> COUNT =
      new Query<>("items", "SELECT count(*) AS n FROM item", row -> row.number("n"));
  private static final Query<String> TABLES =
      new Query<>("tables", "SELECT name FROM sqlite_schema", row -> row.text("name"));

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("app.db");
  }

  private static Session open(Path file) {
    return open(file, Duration.ofSeconds(20));
  }

  private static Session open(Path file, Duration timeout) {
    return Connector.open(
        DatabaseUrl.parse(file.toString(), "the test"),
        new ConnectOptions(Deadline.after(timeout)));
  }

  /** What a look at the file says, after which nothing in the folder must be different. */
  private <T> List<T> look(Path file, Query<T> query) {
    Footprint before = Footprint.of(folder);
    List<T> answer;
    try (Session session = open(file)) {
      answer = session.ask(query);
      assertThat(Footprint.of(folder)).as("while open").isEqualTo(before);
    }
    assertThat(Footprint.of(folder)).as("after closing").isEqualTo(before);
    return answer;
  }

  private ProblemException problem(Path file) {
    Footprint before = Footprint.of(folder);
    ProblemException thrown =
        catchThrowableOfType(
            ProblemException.class,
            () -> {
              try (Session session = open(file, Duration.ofSeconds(2))) {
                session.ask(TABLES);
              }
            });
    assertThat(thrown).isNotNull();
    assertThat(thrown.problem().where()).isEqualTo(file + "  (from the test)");
    assertThat(Footprint.of(folder)).isEqualTo(before);
    return thrown;
  }

  @Test
  void readsAPlainFile() {
    Databases.sqliteRun(file(), TABLE, THREE_ROWS);
    assertThat(look(file(), COUNT)).containsExactly(3L);
    try (Session session = open(file())) {
      assertThat(session.engine()).isEqualTo(Engine.SQLITE);
      assertThat(session.version().major()).isEqualTo(3);
      assertThat(session.traffic().roundTrips()).isZero();
    }
  }

  @Test
  void takesAMissingFileForAnEmptyDatabaseAndLeavesItMissing() {
    assertThat(look(file(), TABLES)).isEmpty();
    assertThat(look(folder.resolve("no/such/folder/app.db"), TABLES)).isEmpty();
    assertThat(((SqliteUrl) DatabaseUrl.parse(file().toString(), "the test")).missing()).isTrue();
  }

  @Test
  void takesAnEmptyFileForAnEmptyDatabase() throws IOException {
    Files.createFile(file());
    assertThat(look(file(), TABLES)).isEmpty();
  }

  @Test
  void leavesALogBesideAnEmptyFileAlone() throws IOException {
    Files.createFile(file());
    Files.writeString(folder.resolve("app.db-wal"), "x");
    Files.writeString(folder.resolve("app.db-journal"), "x");
    assertThat(look(file(), TABLES)).isEmpty();
  }

  @Test
  void readsAFileWithALogThatWasClosedCleanly() {
    Databases.sqliteRun(file(), "PRAGMA journal_mode = WAL", TABLE, THREE_ROWS);
    assertThat(folder).isDirectoryNotContaining("glob:**-wal");
    assertThat(look(file(), COUNT)).containsExactly(3L);
  }

  @Test
  void readsWhatALiveApplicationHasCommittedToItsLog() throws IOException {
    try (Application application =
        Application.on(file(), "PRAGMA journal_mode = WAL", TABLE, THREE_ROWS)) {
      assertThat(folder).isDirectoryContaining("glob:**-shm");
      assertThat(look(file(), COUNT)).containsExactly(3L);
      application.run("INSERT INTO item (name) VALUES ('d')");
      assertThat(look(file(), COUNT)).containsExactly(4L);
      application.run("BEGIN");
      application.run("INSERT INTO item (name) VALUES ('e')");
      assertThat(look(file(), COUNT)).containsExactly(4L);
    }
  }

  @Test
  void staysAtOneMomentWhileTheApplicationWrites() throws IOException {
    try (Application application =
            Application.on(file(), "PRAGMA journal_mode = WAL", TABLE, THREE_ROWS);
        Session session = open(file())) {
      assertThat(session.ask(COUNT)).containsExactly(3L);
      application.run("INSERT INTO item (name) VALUES ('d')");
      application.run("PRAGMA wal_checkpoint(PASSIVE)");
      assertThat(session.ask(COUNT)).containsExactly(3L);
    }
  }

  @Test
  void readsTheLogThatACrashLeft() throws Exception {
    Application application =
        Application.on(file(), "PRAGMA journal_mode = WAL", TABLE, THREE_ROWS);
    application.crash();
    assertThat(folder).isDirectoryContaining("glob:**-wal");
    assertThat(look(file(), COUNT)).containsExactly(3L);
  }

  @Test
  void readsALogWithoutItsIndex() throws Exception {
    Application application =
        Application.on(file(), "PRAGMA journal_mode = WAL", TABLE, THREE_ROWS);
    application.crash();
    Files.delete(folder.resolve("app.db-shm"));
    assertThat(look(file(), COUNT)).containsExactly(3L);
  }

  @Test
  void ignoresAnIndexWithoutALog() throws IOException {
    Databases.sqliteRun(file(), "PRAGMA journal_mode = WAL", TABLE, THREE_ROWS);
    Files.write(folder.resolve("app.db-shm"), new byte[32768]);
    assertThat(look(file(), COUNT)).containsExactly(3L);
    Files.createFile(folder.resolve("app.db-wal"));
    Files.delete(folder.resolve("app.db-shm"));
    assertThat(look(file(), COUNT)).containsExactly(3L);
  }

  @Test
  void readsPastATransactionThatACrashLeftHalfDone() throws Exception {
    Databases.sqliteRun(file(), TABLE, THREE_ROWS);
    Application application = Application.on(file(), "PRAGMA cache_size = 2", "BEGIN");
    application.run(
        "INSERT INTO item (name) WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n"
            + " WHERE i < 5000) SELECT hex(randomblob(100)) FROM n");
    application.crash();
    assertThat(folder).isDirectoryContaining("glob:**-journal");
    assertThat(look(file(), COUNT)).containsExactly(3L);
  }

  @Test
  void readsBesideAWriterThatHasNotCommitted() throws IOException {
    Databases.sqliteRun(file(), TABLE, THREE_ROWS);
    try (Application application = Application.on(file(), "BEGIN IMMEDIATE")) {
      application.run("INSERT INTO item (name) VALUES ('d')");
      assertThat(folder).isDirectoryContaining("glob:**-journal");
      assertThat(look(file(), COUNT)).containsExactly(3L);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE", "WAL"})
  void saysWhoHasTheFileLocked(String mode) throws IOException {
    Databases.sqliteRun(file(), "PRAGMA journal_mode = " + mode, TABLE, THREE_ROWS);
    try (Application application =
        Application.on(
            file(),
            "PRAGMA locking_mode = EXCLUSIVE",
            "DELETE FROM item",
            THREE_ROWS,
            "BEGIN EXCLUSIVE")) {
      ProblemException thrown = problem(file());
      assertThat(thrown.problem().what())
          .startsWith("cannot read \"" + file() + "\": another process (pid " + application.pid())
          .contains(" has it locked; waited 2");
    }
    assertThat(look(file(), COUNT)).containsExactly(3L);
  }

  @Test
  void waitsUntilTheFileIsUnlocked() throws Exception {
    Databases.sqliteRun(file(), TABLE, THREE_ROWS);
    Application application = Application.on(file(), "BEGIN EXCLUSIVE");
    Thread later =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    Thread.sleep(500);
                    application.close();
                  } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                });
    try (Session session = open(file())) {
      assertThat(session.ask(COUNT)).containsExactly(3L);
    }
    later.join();
  }

  @Test
  void failsWhenAFileReadWithoutLocksChanges() {
    Databases.sqliteRun(file(), "PRAGMA journal_mode = WAL", TABLE, THREE_ROWS);
    try (Session session = open(file())) {
      assertThat(session.ask(COUNT)).containsExactly(3L);
      Databases.sqliteRun(file(), THREE_ROWS);
      ProblemException thrown =
          catchThrowableOfType(ProblemException.class, () -> session.ask(COUNT));
      assertThat(thrown.problem().what()).endsWith("it was changed while it was being read");
    }
  }

  @Test
  void cannotWrite() {
    Databases.sqliteRun(file(), TABLE, THREE_ROWS);
    try (Session session = open(file())) {
      for (String sql :
          List.of(
              "INSERT INTO item (name) VALUES ('x') RETURNING id",
              "PRAGMA user_version = 7; SELECT 1",
              "ATTACH '" + folder.resolve("other.db") + "' AS other")) {
        Footprint before = Footprint.of(folder);
        try {
          session.ask(new Query<>("x", sql, row -> row.text("id")));
        } catch (ProblemException | IllegalArgumentException e) {
          assertThat(e).isNotNull();
        }
        assertThat(Footprint.of(folder)).as(sql).isEqualTo(before);
      }
    }
  }

  @Test
  void saysThatAFolderIsNotAFile() {
    assertThat(problem(folder).problem().what())
        .isEqualTo("cannot open \"" + folder + "\": it is a folder");
  }

  @Test
  void saysThatATextFileIsNoDatabase() throws IOException {
    Files.writeString(file(), "Dear reader,\n".repeat(1000));
    assertThat(problem(file()).problem().what())
        .isEqualTo(
            "cannot open \"" + file() + "\": it is not an SQLite database, or it is encrypted");
    Files.writeString(file(), "short");
    assertThat(problem(file()).problem().what()).contains("not an SQLite database");
  }

  @Test
  void saysThatAFileIsCutShort() throws IOException {
    Databases.sqliteRun(file(), TABLE, THREE_ROWS);
    byte[] content = Files.readAllBytes(file());
    Files.write(file(), java.util.Arrays.copyOf(content, content.length - 4096));
    assertThat(problem(file()).problem().what())
        .isEqualTo("cannot open \"" + file() + "\": the file is damaged or cut short");
    Files.write(file(), java.util.Arrays.copyOf(content, 50));
    assertThat(problem(file()).problem().what()).contains("the file is damaged or cut short");
  }

  @Test
  void saysThatAFileIsDamaged() throws IOException {
    Databases.sqliteRun(file(), TABLE, THREE_ROWS);
    byte[] content = Files.readAllBytes(file());
    java.util.Arrays.fill(content, 100, 4096, (byte) 0x5a);
    Files.write(file(), content);
    assertThat(problem(file()).problem().what()).contains("the file is damaged or cut short");
  }

  @Test
  void endsALongQueryByTheDeadline() {
    Databases.sqliteRun(file(), TABLE);
    Query<Long> endless =
        new Query<>(
            "numbers",
            "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n) SELECT max(i) AS i"
                + " FROM n",
            row -> row.number("i"));
    long start = System.nanoTime();
    try (Session session = open(file(), Duration.ofSeconds(1))) {
      ProblemException thrown =
          catchThrowableOfType(ProblemException.class, () -> session.ask(endless));
      assertThat(thrown.problem().what())
          .isEqualTo("cannot read numbers from \"" + file() + "\": time ran out after 1 s");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "with space.db",
        "what?.db",
        "a#b.db",
        "100%.db",
        "a%20b.db",
        "a%zzb.db",
        "quo'te\"s.db",
        "a;b&c=d.db",
        "ünï🦄.db",
        "new\nline.db",
        "-dash.db",
        "plus+.db",
        "[brackets].db",
        "back\\slash.db"
      })
  void opensFilesWithOddNames(String name) throws IOException {
    Databases.sqliteRun(file(), TABLE, THREE_ROWS);
    Path odd = Files.move(file(), folder.resolve(name));
    assertThat(look(odd, COUNT)).containsExactly(3L);
    Databases.sqliteRun(file(), "PRAGMA journal_mode = WAL", TABLE, THREE_ROWS);
    Path logged = Files.move(file(), folder.resolve("wal " + name));
    assertThat(look(logged, COUNT)).containsExactly(3L);
  }

  @Test
  void opensAFileWithAVeryLongPath() throws IOException {
    Databases.sqliteRun(file(), TABLE, THREE_ROWS);
    Path deep = folder;
    while (deep.toString().length() < 900) {
      deep = deep.resolve("f".repeat(100));
    }
    Files.createDirectories(deep);
    Path moved = Files.move(file(), deep.resolve("app.db"));
    assertThat(look(moved, COUNT)).containsExactly(3L);
  }

  @Test
  void followsASymbolicLink() throws IOException {
    Files.createDirectory(folder.resolve("real"));
    Path real = folder.resolve("real/app.db");
    Databases.sqliteRun(real, TABLE, THREE_ROWS);
    Path link = Files.createSymbolicLink(folder.resolve("link.db"), real);
    assertThat(look(link, COUNT)).containsExactly(3L);
    Application application =
        Application.on(real, "PRAGMA journal_mode = WAL", "INSERT INTO item (name) VALUES ('d')");
    assertThat(look(link, COUNT)).containsExactly(4L);
    application.close();
  }

  @Test
  void takesTheFileThatExistsForAnAmbiguousUrl() throws IOException {
    Databases.sqliteRun(file(), TABLE, THREE_ROWS);
    Files.move(file(), folder.resolve("a%20b.db"));
    String url = "sqlite:///" + folder + "/a%20b.db";
    try (Session session =
        Connector.open(
            DatabaseUrl.parse(url, "the test"),
            new ConnectOptions(Deadline.after(Duration.ofSeconds(5))))) {
      assertThat(session.ask(COUNT)).containsExactly(3L);
    }
  }

  @Test
  void readsFlagsNumbersAndNulls() {
    Databases.sqliteRun(file(), TABLE);
    Query<List<Object>> query =
        new Query<>(
            "x",
            "SELECT 1 AS yes, 0 AS no, NULL AS absent, -7 AS number, 'a\u0001🦄' AS text",
            row ->
                List.of(
                    row.flag("yes"),
                    row.flag("no"),
                    row.flag("absent"),
                    row.number("absent"),
                    row.number("number"),
                    row.text("text"),
                    row.textOrEmpty("absent"),
                    row.isNull("absent"),
                    row.isNull("no")));
    try (Session session = open(file())) {
      assertThat(session.ask(query).getFirst())
          .containsExactly(true, false, false, 0L, -7L, "a\u0001🦄", "", true, false);
    }
  }
}
