package dev.dbpreflight.introspect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.connect.Session;
import dev.dbpreflight.model.LiveFacts;
import dev.dbpreflight.model.LiveFacts.SequencePosition;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.support.Databases;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteFactsTest {
  private static final long LIMIT = Long.MAX_VALUE;

  @TempDir Path folder;

  private LiveFacts facts(String script) {
    try (Session session = SqliteModels.session(Databases.sqlite(folder, script))) {
      SqliteIntrospector introspector = new SqliteIntrospector();
      return introspector.live(session, introspector.schema(session)).facts();
    }
  }

  private static SequencePosition position(
      String table, String column, long next, OptionalLong highest) {
    return new SequencePosition(
        new ObjectRef(ObjectKind.COLUMN, "", table, column),
        ObjectName.global("AUTOINCREMENT of " + table),
        next,
        1,
        LIMIT,
        highest);
  }

  @Test
  void tellsWhereAutoincrementStands() {
    LiveFacts facts =
        facts(
            """
            CREATE TABLE used (id INTEGER PRIMARY KEY AUTOINCREMENT, a);
            CREATE TABLE emptied (id INTEGER PRIMARY KEY AUTOINCREMENT, a);
            CREATE TABLE fresh (id INTEGER PRIMARY KEY AUTOINCREMENT, a);
            CREATE TABLE "o'd ""d" ("the ""id" INTEGER PRIMARY KEY AUTOINCREMENT, rowid, a);
            CREATE TABLE plain (id INTEGER PRIMARY KEY, a);
            INSERT INTO used (a) VALUES (1), (2), (3);
            DELETE FROM used WHERE id = 3;
            INSERT INTO emptied (id) VALUES (41);
            DELETE FROM emptied;
            INSERT INTO "o'd ""d" (rowid) VALUES (77);
            INSERT INTO plain (a) VALUES (1);
            """);

    assertThat(facts.sequences())
        .containsExactly(
            position("emptied", "id", 42, OptionalLong.empty()),
            position("fresh", "id", 1, OptionalLong.empty()),
            position("o'd \"d", "the \"id", 2, OptionalLong.of(1)),
            position("used", "id", 4, OptionalLong.of(2)));
    assertThat(facts.notRead()).isEmpty();
    assertThat(facts.collations()).isEmpty();
  }

  @Test
  void goesOnFromWhatIsThereWhenTheRecordWasLost() {
    LiveFacts facts =
        facts(
            """
            CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT);
            INSERT INTO t VALUES (10);
            DELETE FROM sqlite_sequence;
            """);

    assertThat(facts.sequences()).containsExactly(position("t", "id", 11, OptionalLong.of(10)));
  }

  @Test
  void standsAtTheEndAtTheEnd() {
    LiveFacts facts =
        facts(
            """
            CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT);
            INSERT INTO t VALUES (9223372036854775807);
            """);

    assertThat(facts.sequences())
        .containsExactly(position("t", "id", LIMIT, OptionalLong.of(LIMIT)));
  }

  @Test
  void asksNothingWhereNothingCounts() {
    assertThat(facts("CREATE TABLE t (id INTEGER PRIMARY KEY);")).isEqualTo(LiveFacts.NONE);
    assertThat(facts("")).isEqualTo(LiveFacts.NONE);
  }

  @Test
  void readsManyTablesInFewStatements() {
    String script =
        IntStream.range(0, 2500)
            .mapToObj(
                """
                CREATE TABLE t%1$d (id INTEGER PRIMARY KEY AUTOINCREMENT);
                INSERT INTO t%1$d VALUES (%1$d + 5);
                """
                    ::formatted)
            .collect(Collectors.joining("", "BEGIN; ", " COMMIT;"));

    try (Session session = SqliteModels.session(Databases.sqlite(folder, script))) {
      SqliteIntrospector introspector = new SqliteIntrospector();
      var schema = introspector.schema(session);
      int before = session.traffic().statements();
      LiveFacts facts = introspector.live(session, schema).facts();

      // Those about sequences, and three about the file.
      assertThat(session.traffic().statements() - before).isEqualTo(7);
      assertThat(facts.sequences())
          .hasSize(2500)
          .allMatch(sequence -> sequence.next() == sequence.highest().orElseThrow() + 1);
    }
  }
}
