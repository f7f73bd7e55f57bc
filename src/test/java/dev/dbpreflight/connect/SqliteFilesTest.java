package dev.dbpreflight.connect;

import static dev.dbpreflight.connect.Looker.COUNT;
import static dev.dbpreflight.connect.Looker.TABLE;
import static dev.dbpreflight.connect.Looker.TABLES;
import static dev.dbpreflight.connect.Looker.THREE_ROWS;
import static dev.dbpreflight.connect.Looker.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dbpreflight.problem.ProblemException;
import dev.dbpreflight.support.Application;
import dev.dbpreflight.support.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as living, dying and locking applications leave them, and what a look at them leaves. */
class SqliteFilesTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("app.db");
  }

  private <T> List<T> look(Path file, Query<T> query) {
    return new Looker(folder).look(file, query);
  }

  private ProblemException problem(Path file) {
    return new Looker(folder).problem(file);
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
  void looksAtTheSameFileTwiceAtOnce() throws IOException {
    Databases.sqliteRun(file(), TABLE, THREE_ROWS);
    try (Session first = open(file())) {
      assertThat(look(file(), COUNT)).containsExactly(3L);
      assertThat(first.ask(COUNT)).containsExactly(3L);
    }
    try (Application application =
            Application.on(
                file(), "PRAGMA journal_mode = WAL", "INSERT INTO item (name) VALUES ('d')");
        Session first = open(file())) {
      assertThat(look(file(), COUNT)).containsExactly(4L);
      application.run("INSERT INTO item (name) VALUES ('e')");
      assertThat(first.ask(COUNT)).containsExactly(4L);
      assertThat(look(file(), COUNT)).containsExactly(5L);
    }
  }
}
