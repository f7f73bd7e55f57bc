package dev.dbpreflight.connect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dbpreflight.introspect.sqlite.SqliteIntrospector;
import dev.dbpreflight.problem.ProblemException;
import dev.dbpreflight.support.Application;
import dev.dbpreflight.support.Command;
import dev.dbpreflight.support.Databases;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Database files, and what lies beside them, that were made to do harm. */
class HostileSqliteFileTest {
  private static final Duration LIMIT = Duration.ofSeconds(2);

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("app.db");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-wal", "-shm", "-journal"})
  void aPipeBesideTheFileIsNotOpened(String suffix) {
    Databases.sqliteRun(file(), "create table t (id integer primary key)");
    new Command("mkfifo", file() + suffix).run().successful();

    ProblemException problem = refusal();

    assertThat(problem.problem().what())
        .isEqualTo(
            "cannot open \"%s\": \"app.db%s\" beside it is not a plain file"
                .formatted(file(), suffix));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-wal", "-journal"})
  void aLinkToADeviceBesideTheFileIsNotOpened(String suffix) throws IOException {
    Databases.sqliteRun(file(), "create table t (id integer primary key)");
    Files.createSymbolicLink(Path.of(file() + suffix), Path.of("/dev/zero"));

    ProblemException problem = refusal();

    assertThat(problem.problem().what()).contains("beside it is not a plain file");
  }

  /** Reading the columns of the last one would take SQLite ages. */
  @Test
  void viewsThatUnfoldWithoutEndAreGivenUpAtTheDeadline() {
    StringBuilder script =
        new StringBuilder("create table t (a, b);create view v0 as select * from t;");
    for (int level = 1; level < 40; level++) {
      script.append(
          "create view v%1$d as select x.a, y.b from v%2$d x join v%2$d y on x.a = y.a;"
              .formatted(level, level - 1));
    }
    Databases.sqliteRun(file(), script.toString());
    long start = System.nanoTime();

    try (Session session = Looker.open(file(), LIMIT)) {
      ProblemException late =
          catchThrowableOfType(
              ProblemException.class, () -> new SqliteIntrospector().schema(session));
      assertThat(late.problem().what()).endsWith("time ran out after 2 s");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT.plusSeconds(10));
  }

  /**
   * A journal of several databases ends with the name of the file that ties them together, which
   * older versions of SQLite delete after undoing, whatever it is.
   */
  @Test
  void aJournalCannotNameAFileToBeDeleted() throws Exception {
    Path precious = Files.writeString(folder.resolve("precious.txt"), "mine");
    Application application =
        Application.on(
            file(),
            Looker.TABLE,
            Looker.THREE_ROWS,
            "PRAGMA cache_size = 1",
            "BEGIN",
            "INSERT INTO item (name) SELECT hex(zeroblob(5000)) FROM item a, item b, item c");
    application.crash();
    Path journal = Path.of(file() + "-journal");
    Files.write(journal, withName(Files.readAllBytes(journal), precious.toString()));
    byte[] before = Files.readAllBytes(journal);

    assertThat(new Looker(folder).look(file(), Looker.COUNT)).containsExactly(3L);

    assertThat(precious).hasContent("mine");
    assertThat(journal).as("and nothing was undone in place").hasBinaryContent(before);
  }

  /**
   * See "The Rollback Journal" in SQLite's file format: a record of page 262145 and a magic end.
   */
  private static byte[] withName(byte[] journal, String name) {
    byte[] text = name.getBytes(UTF_8);
    int sum = 0;
    for (byte each : text) {
      sum += each;
    }
    byte[] whole = Arrays.copyOf(journal, journal.length + 4 + text.length + 16);
    ByteBuffer.wrap(whole, journal.length, whole.length - journal.length)
        .putInt(0x40000000 / 4096 + 1)
        .put(text)
        .putInt(text.length)
        .putInt(sum)
        .put(HexFormat.of().parseHex("d9d505f920a163d7"));
    return whole;
  }

  private ProblemException refusal() {
    return catchThrowableOfType(ProblemException.class, () -> Looker.open(file(), LIMIT).close());
  }
}
