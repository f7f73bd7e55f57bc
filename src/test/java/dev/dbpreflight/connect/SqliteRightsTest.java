package dev.dbpreflight.connect;

import static dev.dbpreflight.connect.Looker.TABLE;
import static dev.dbpreflight.connect.Looker.THREE_ROWS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.problem.ProblemException;
import dev.dbpreflight.support.Application;
import dev.dbpreflight.support.Command;
import dev.dbpreflight.support.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files and folders that this user may not write to, or not read. The look is taken by a process of
 * its own: where the tests run as root, that process gives up root's right to pass over rights.
 */
class SqliteRightsTest {
  private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
  private static final Set<PosixFilePermission> NO_WRITING =
      PosixFilePermissions.fromString("r-xr-xr-x");

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("app.db");
  }

  /** Prints how many items the file has and what cannot be written to, or what is wrong with it. */
  public static void main(String[] arguments) {
    try (Session session = Looker.open(Path.of(arguments[0]))) {
      System.out.print(session.ask(Looker.COUNT).getFirst());
      session
          .conditions()
          .file()
          .orElseThrow()
          .faults()
          .forEach(fault -> System.out.print("; " + fault.place() + " " + fault.reason()));
    } catch (ProblemException e) {
      System.out.print(e.problem().what());
    }
  }

  private String look() {
    List<String> words = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      Assumptions.assumeTrue(Files.isExecutable(SETPRIV), "setpriv is not installed");
      words.addAll(
          List.of(SETPRIV.toString(), "--bounding-set=-dac_override,-dac_read_search,-fowner"));
    }
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add("--enable-native-access=ALL-UNNAMED");
    words.addAll(List.of("-cp", System.getProperty("java.class.path")));
    words.addAll(List.of(SqliteRightsTest.class.getName(), file().toString()));
    Footprint before = Footprint.of(folder);
    String said = new Command(words.toArray(String[]::new)).run().successful().out();
    assertThat(Footprint.of(folder)).isEqualTo(before);
    return said;
  }

  private void takeAwayTheRightToWrite() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Files.setPosixFilePermissions(file, NO_WRITING);
      }
    }
  }

  /** What is told of places that nobody may write to. */
  private static String cannotWrite(String... places) {
    String reason = " has mode r-xr-xr-x and belongs to " + System.getProperty("user.name");
    return Stream.of(places).map(place -> "; " + place + reason).collect(Collectors.joining());
  }

  @AfterEach
  void giveRightsBack() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void readsAPlainFile() throws IOException {
    Databases.sqliteRun(file(), TABLE, THREE_ROWS);
    takeAwayTheRightToWrite();
    assertThat(look()).isEqualTo("3" + cannotWrite("the file", "its folder"));
  }

  @Test
  void readsAFileWithALogThatWasClosedCleanly() throws IOException {
    Databases.sqliteRun(file(), "PRAGMA journal_mode = WAL", TABLE, THREE_ROWS);
    takeAwayTheRightToWrite();
    assertThat(look()).isEqualTo("3" + cannotWrite("the file", "its folder"));
  }

  @Test
  void readsTheLogOfALiveApplication() throws IOException {
    try (Application application =
        Application.on(file(), "PRAGMA journal_mode = WAL", TABLE, THREE_ROWS)) {
      takeAwayTheRightToWrite();
      assertThat(look())
          .isEqualTo("3" + cannotWrite("the file", "its folder", "its -wal file", "its -shm file"));
      assertThat(application.pid()).isPositive();
    }
  }

  @Test
  void readsWhatACrashLeft() throws Exception {
    Application.on(file(), "PRAGMA journal_mode = WAL", TABLE, THREE_ROWS).crash();
    takeAwayTheRightToWrite();
    assertThat(look())
        .isEqualTo("3" + cannotWrite("the file", "its folder", "its -wal file", "its -shm file"));
  }

  @Test
  void saysThatAFolderMayNotBeWrittenTo() throws IOException {
    Databases.sqliteRun(file(), TABLE, THREE_ROWS);
    Files.setPosixFilePermissions(folder, NO_WRITING);
    assertThat(look()).isEqualTo("3" + cannotWrite("its folder"));
  }

  @Test
  void saysThatAFileMayNotBeRead() throws IOException {
    Databases.sqliteRun(file(), TABLE, THREE_ROWS);
    Files.setPosixFilePermissions(file(), Set.of());
    assertThat(look()).isEqualTo("cannot open \"" + file() + "\": permission denied");
  }

  @Test
  void saysThatAFolderMayNotBeEntered() throws IOException {
    Databases.sqliteRun(file(), TABLE, THREE_ROWS);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rw-------"));
    assertThat(look()).isEqualTo("cannot open \"" + file() + "\": permission denied");
  }
}
