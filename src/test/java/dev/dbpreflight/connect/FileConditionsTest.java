package dev.dbpreflight.connect;

import static dev.dbpreflight.connect.Looker.TABLE;
import static dev.dbpreflight.connect.Looker.THREE_ROWS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.conditions.DatabaseFile;
import dev.dbpreflight.conditions.DatabaseFile.Presence;
import dev.dbpreflight.conditions.FileUser;
import dev.dbpreflight.conditions.FileUser.Use;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.conditions.Unread;
import dev.dbpreflight.support.Application;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.QuietMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a database file shows beside its content, with other processes using it. */
class FileConditionsTest {
  private static final String MANY_ROWS =
      "INSERT INTO item (name) WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n"
          + " WHERE i < 5000) SELECT hex(randomblob(100)) FROM n";

  @TempDir Path folder;

  @TempDir Path elsewhere;

  private Path file() {
    return folder.resolve("app.db");
  }

  private Conditions look() {
    Footprint before = Footprint.of(folder);
    Conditions seen;
    try (Session session = Looker.open(file())) {
      seen = session.conditions();
      assertThat(Footprint.of(folder)).as("while open").isEqualTo(before);
    }
    assertThat(Footprint.of(folder)).as("after closing").isEqualTo(before);
    return seen;
  }

  private DatabaseFile seen() {
    return look().file().orElseThrow();
  }

  private List<Use> uses(Application application) {
    return seen().users().stream()
        .filter(user -> user.pid().orElse(0) == application.pid())
        .map(FileUser::use)
        .toList();
  }

  /** Locks of other processes: the system has to tell, and this has to be the whole machine. */
  private static void needsTheLockTable() {
    Assumptions.assumeTrue(
        ProcessTable.ofSystem().blindness().isEmpty(), "locks cannot be seen on this machine");
  }

  @Test
  void aFileThatNobodyHasOpenHasNoUsers() {
    Databases.sqliteRun(file(), TABLE, THREE_ROWS);
    DatabaseFile seen = seen();
    assertThat(seen.presence()).isEqualTo(Presence.THERE);
    assertThat(seen.bytes()).isEqualTo(file().toFile().length());
    assertThat(seen.users()).isEmpty();
    assertThat(seen.logs()).isEqualTo(DatabaseFile.Logs.NONE);
    assertThat(seen.faults()).isEmpty();
    assertThat(seen.store().orElseThrow().freeBytes()).isPositive();
  }

  @Test
  void seesWhoKeepsAWriteTransactionOpen() throws IOException {
    needsTheLockTable();
    Databases.sqliteRun(file(), TABLE, THREE_ROWS);
    try (Application application = Application.on(file(), "BEGIN IMMEDIATE")) {
      assertThat(uses(application)).containsExactly(Use.WRITING);
      application.run("INSERT INTO item (name) VALUES ('d')");
      assertThat(seen().users())
          .extracting(FileUser::toString)
          .containsExactly("pid " + application.pid() + " (java)");
      application.run("COMMIT");
      assertThat(uses(application)).containsExactly(Use.OPEN);
    }
    assertThat(seen().users()).isEmpty();
  }

  @Test
  void seesAWriterInTheLog() throws IOException {
    needsTheLockTable();
    try (Application application =
        Application.on(file(), "PRAGMA journal_mode = WAL", TABLE, THREE_ROWS)) {
      assertThat(uses(application)).containsExactly(Use.OPEN);
      application.run("BEGIN IMMEDIATE");
      assertThat(uses(application)).containsExactly(Use.WRITING);
      application.run("COMMIT");
      application.run("BEGIN");
      application.run("SELECT count(*) FROM item");
      assertThat(uses(application)).as("a reader is in nobody's way").containsExactly(Use.OPEN);
    }
  }

  @Test
  void seesAReadThatKeepsOthersFromCommitting() throws IOException {
    needsTheLockTable();
    Databases.sqliteRun(file(), TABLE, THREE_ROWS);
    try (Application application = Application.on(file(), "BEGIN", "SELECT count(*) FROM item")) {
      assertThat(uses(application)).containsExactly(Use.READING);
    }
  }

  @Test
  void doesNotTakeItsOwnProcessForAnother() {
    Databases.sqliteRun(file(), TABLE, THREE_ROWS);
    try (Session other = Looker.open(file())) {
      assertThat(other.ask(Looker.COUNT)).containsExactly(3L);
      assertThat(seen().users()).isEmpty();
    }
  }

  @Test
  void keepsItsOwnLockWhileItLooks() throws IOException {
    needsTheLockTable();
    Databases.sqliteRun(file(), TABLE, THREE_ROWS);
    try (Session session = Looker.open(file())) {
      session.conditions();
      assertThat(FileLocks.on(file().toRealPath(), ProcessTable.ofSystem()))
          .extracting(lock -> lock.pid().orElse(0))
          .contains(ProcessHandle.current().pid());
    }
  }

  @Test
  void tellsAJournalThatACrashLeft() throws Exception {
    Databases.sqliteRun(file(), TABLE, THREE_ROWS);
    Application application = Application.on(file(), "PRAGMA cache_size = 2", "BEGIN");
    application.run(MANY_ROWS);
    application.crash();
    assertThat(seen().logs().hotJournal()).isTrue();
    assertThat(seen().users()).isEmpty();
  }

  @Test
  void tellsALogThatACrashLeft() throws Exception {
    needsTheLockTable();
    Application application =
        Application.on(file(), "PRAGMA journal_mode = WAL", TABLE, THREE_ROWS);
    assertThat(seen().logs().logLeft()).isFalse();
    assertThat(seen().logs().writeAheadBytes()).isPositive();
    application.crash();
    assertThat(seen().logs().logLeft()).isTrue();
    assertThat(seen().logs().writeAhead()).isTrue();
  }

  @Test
  @SuppressWarnings("try")
  void saysInAContainerThatOthersAreHidden() throws IOException {
    Databases.sqliteRun(file(), TABLE, THREE_ROWS);
    try (QuietMachine container = QuietMachine.container(elsewhere)) {
      assertThat(look().unread())
          .containsExactly(
              unread(Topic.FILE_LOCKS, "who has the file locked"),
              unread(Topic.FILE_USERS, "who has the file open"));
    }
  }

  private static Unread unread(Topic topic, String fact) {
    return new Unread(
        topic,
        fact,
        "only the processes of this container can be seen",
        "run this outside of containers, or with docker run --pid=host");
  }

  @Test
  @SuppressWarnings("try")
  void saysOnAnotherSystemThatLocksAreHidden() {
    Databases.sqliteRun(file(), TABLE, THREE_ROWS);
    try (QuietMachine other = QuietMachine.silent(elsewhere.resolve("none"))) {
      assertThat(look().unread())
          .extracting(Unread::reason)
          .containsOnly("this system does not tell which processes have a file locked");
    }
  }

  @Test
  @SuppressWarnings("try")
  void passesOverALockTableThatItCannotRead() throws IOException {
    Databases.sqliteRun(file(), TABLE, THREE_ROWS);
    try (QuietMachine quiet = QuietMachine.in(elsewhere)) {
      Files.writeString(
          elsewhere.resolve("locks"),
          "1: POSIX\n\n2: -> POSIX ADVISORY WRITE 7 fe:00:1 0 EOF\nx\n");
      assertThat(look().unread()).isEmpty();
      String inode = ":" + Files.getAttribute(file(), "unix:ino");
      Files.writeString(
          elsewhere.resolve("locks"), "1: POSIX ADVISORY WRITE 7 00:00" + inode + " 0 EOF\n");
      assertThat(seen().users()).as("on another device").isEmpty();
    }
  }

  @Test
  @SuppressWarnings("try")
  void aMountForReadingOnlyIsTold() throws IOException {
    Databases.sqliteRun(file(), TABLE, THREE_ROWS);
    try (QuietMachine quiet = QuietMachine.in(elsewhere)) {
      Path real = folder.toRealPath();
      String root = "22 1 254:0 / / ro,relatime shared:1 - ext4 /dev/vda rw\n";
      String mount = "23 22 254:0 /x " + real + " %s,relatime - ext4 /dev/vda rw\n";
      Path table = elsewhere.resolve("self/mountinfo");
      Files.writeString(table, root + mount.formatted("rw"));
      assertThat(seen().store().orElseThrow().readOnly()).isFalse();
      Files.writeString(table, mount.formatted("ro") + root);
      assertThat(seen().store().orElseThrow().readOnly()).isTrue();
      Files.writeString(table, "nonsense\n");
      assertThat(seen().store().orElseThrow().readOnly()).isFalse();
    }
  }

  @Test
  void aMissingFileGoesIntoItsFolder() {
    DatabaseFile seen = seen();
    assertThat(seen.presence()).isEqualTo(Presence.MISSING);
    assertThat(seen.store()).isPresent();
    assertThat(seen.faults()).isEmpty();
    try (Session session = Looker.open(folder.resolve("no/such/app.db"))) {
      DatabaseFile homeless = session.conditions().file().orElseThrow();
      assertThat(homeless.presence()).isEqualTo(Presence.MISSING_WITH_FOLDER);
      assertThat(homeless.path()).isEqualTo(folder.resolve("no/such/app.db").toString());
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void rightsForAllCountOnlyWhereAllCanGet() throws IOException {
    Databases.sqliteRun(file(), TABLE, THREE_ROWS);
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-rw-rw-"));
    assertThat(seen().worldWritable()).as("in a private folder").isFalse();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(seen().worldWritable()).isTrue();
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-rw-r--"));
    assertThat(seen().worldWritable()).isFalse();
  }
}
