package dev.dbpreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.PostgresServer;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sessions create and drop objects all the time, while others are read. */
class ChangingSchemaIT {
  private static final int RUNS = 50;
  private static final Duration LONG = Duration.ofSeconds(60);

  private static final String LASTING =
      """
      CREATE TABLE shops (
        id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text CHECK (name <> ''));
      CREATE VIEW shop_names AS SELECT name FROM shops;
      """;

  /** One transaction: whoever sees one of them sees all. */
  private static final String COME =
      """
      CREATE SCHEMA passing;
      CREATE TYPE passing.kind AS ENUM ('a', 'b');
      CREATE TABLE passing.item (
        id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        kind passing.kind DEFAULT 'a', name text DEFAULT upper('x') CHECK (name <> ''));
      CREATE INDEX item_by_name ON passing.item (lower(name)) WHERE id > 3;
      CREATE VIEW passing.item_names AS SELECT name FROM passing.item WHERE id IN (1, 2);
      CREATE FUNCTION passing.count(passing.item) RETURNS bigint LANGUAGE sql RETURN 1;
      CREATE TABLE passing.schema_migrations (version text PRIMARY KEY);
      """;

  private static final String GO = "DROP SCHEMA passing CASCADE";

  static Stream<PostgresServer> oldestAndNewest() {
    return Stream.of(Databases.oldest(), Databases.newest()).distinct();
  }

  @ParameterizedTest
  @MethodSource("oldestAndNewest")
  void aSnapshotIsOfOneMoment(PostgresServer server) throws Exception {
    String database = server.createDatabase(LASTING);
    Set<String> moments = new HashSet<>();
    for (String change : List.of(COME, GO)) {
      server.run(database, change.replace("passing", "passing0"));
      moments.add(CommandLineRun.of("snapshot", server.url(database)).out());
    }
    whileObjectsComeAndGo(
        server,
        database,
        1,
        () -> {
          CommandLineRun run = CommandLineRun.of("snapshot", server.url(database));
          assertThat(run.exitCode() == 0 || changing(run)).isTrue();
          if (run.exitCode() == 0) {
            assertThat(run.out()).isIn(moments);
          }
        });
  }

  @ParameterizedTest
  @MethodSource("oldestAndNewest")
  void aCheckPassesOrSaysThatItCannot(PostgresServer server) throws Exception {
    String database = server.createDatabase(LASTING);
    whileObjectsComeAndGo(
        server,
        database,
        3,
        () -> {
          FaultRun run = FaultRun.check(server.url(database), LONG);
          run.assertHonest();
          assertThat(run.run().exitCode() == 0 || changing(run.run())).isTrue();
        });
  }

  private static boolean changing(CommandLineRun run) {
    assertThat(run.exitCode()).as(run.toString()).isEqualTo(3);
    assertThat(run.err()).contains(": the schema is changing");
    return true;
  }

  private static void whileObjectsComeAndGo(
      PostgresServer server, String database, int sessions, Runnable run) throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    List<Future<Integer>> others = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(sessions)) {
      for (int session = 0; session < sessions; session++) {
        String schema = "passing" + session;
        others.add(threads.submit(() -> comeAndGo(server, database, schema, done)));
      }
      try {
        for (int number = 0; number < RUNS; number++) {
          run.run();
        }
      } finally {
        done.set(true);
      }
      for (Future<Integer> other : others) {
        assertThat(other.get()).isPositive();
      }
    }
  }

  private static int comeAndGo(
      PostgresServer server, String database, String schema, AtomicBoolean done) throws Exception {
    int times = 0;
    try (Connection connection = server.connect(database);
        Statement statement = connection.createStatement()) {
      while (!done.get()) {
        statement.execute(COME.replace("passing", schema));
        statement.execute(GO.replace("passing", schema));
        Thread.sleep(5);
        times++;
      }
    }
    return times;
  }
}
