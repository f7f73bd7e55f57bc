package dev.dbpreflight.connect;

import static dev.dbpreflight.connect.Looker.COUNT;
import static dev.dbpreflight.connect.Looker.TABLE;
import static dev.dbpreflight.connect.Looker.TABLES;
import static dev.dbpreflight.connect.Looker.THREE_ROWS;
import static dev.dbpreflight.connect.Looker.open;
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
