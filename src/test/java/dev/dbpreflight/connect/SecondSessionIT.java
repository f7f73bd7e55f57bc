package dev.dbpreflight.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dbpreflight.problem.Interruption;
import dev.dbpreflight.problem.ProblemException;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.FaultProxy;
import dev.dbpreflight.support.LargeCatalog;
import dev.dbpreflight.support.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A large catalog is read by two sessions, which see the same moment. */
class SecondSessionIT {
  private static final int ROWS = 20_000;

  /** Long enough for the second session to connect meanwhile. */
  private static final String PAUSE = "pg_sleep(0.3)::text";

  private static final String OURS =
      "SELECT pid FROM pg_stat_activity WHERE application_name = 'dbpreflight'";

  private static PostgresServer server;
  private static String database;

  private final Query<Long> small = numbers("small", "generate_series(1, 3) n", false);
  private final Query<Long> large = numbers("large", "generate_series(1, " + ROWS + ") n", true);
  private final Query<Long> other = numbers("other", "generate_series(5, 9) n", true);

  @BeforeAll
  static void makeDatabase() {
    server = Databases.newest();
    database = server.createDatabase();
    LargeCatalog.make(server, database);
    server.run(
        database, "CREATE ROLE sharer LOGIN", "CREATE ROLE limited LOGIN CONNECTION LIMIT 5");
  }

  private static Session open(String url, Duration timeout) {
    return open(url, timeout, new Interruption());
  }

  private static Session open(String url, Duration timeout, Interruption interruption) {
    return Connector.open(
        DatabaseUrl.parse(url, "the test"),
        new ConnectOptions(Deadline.after(timeout), Optional.empty(), Retry.NEVER, interruption));
  }

  private static Session open() {
    return open(server.url(database), Duration.ofSeconds(30));
  }

  private static Query<Long> numbers(String purpose, String from, boolean large) {
    return new Query<>(purpose, "SELECT n FROM " + from, row -> row.number("n"), large);
  }

  /** What a session sees that waits a little: its process, and how many tables have that name. */
  private static List<Query<?>> looks(String table) {
    String sql =
        "SELECT pg_backend_pid() || ' ' || (SELECT count(*) FROM pg_class WHERE relname = '%s')"
            .formatted(table);
    return IntStream.range(0, 4)
        .<Query<?>>mapToObj(
            number ->
                new Query<>(
                    "look " + number,
                    sql + " AS seen, " + PAUSE + " AS pause",
                    row -> row.text("seen"),
                    true))
        .toList();
  }

  private static Set<String> seen(Session session, String table) {
    List<Query<?>> looks = looks(table);
    Answers answers = session.ask(looks);
    Set<String> seen = new TreeSet<>();
    looks.forEach(look -> answers.of(look).forEach(value -> seen.add((String) value)));
    return seen;
  }

  @Test
  void bothSeeTheSameMoment() {
    try (Session session = open()) {
      server.run(database, "CREATE TABLE made_meanwhile (id integer)");

      assertThat(seen(session, "made_meanwhile")).hasSize(2).allMatch(each -> each.endsWith(" 0"));
    }
    try (Session session = open()) {
      assertThat(seen(session, "made_meanwhile")).hasSize(2).allMatch(each -> each.endsWith(" 1"));
    }
    server.run(database, "DROP TABLE made_meanwhile");
    assertThat(server.strings("postgres", OURS)).isEmpty();
  }

  @Test
  void readsAllRowsOfAllAnswersWhateverTheirOrder() {
    try (Session session = open()) {
      Answers answers = session.ask(List.of(small, large, other));

      assertThat(answers.of(small)).containsExactly(1L, 2L, 3L);
      assertThat(answers.of(large))
          .containsExactlyElementsOf(LongStream.rangeClosed(1, ROWS).boxed().toList());
      assertThat(answers.of(other)).containsExactly(5L, 6L, 7L, 8L, 9L);
      assertThat(session.ask(List.of(large)).of(large)).hasSize(ROWS);
    }
  }

  /** Far away each round trip is what takes the time. */
  @Test
  void laterTurnsAreOneRoundTripEach() {
    List<Query<?>> many =
        IntStream.range(0, 40)
            .<Query<?>>mapToObj(
                number -> numbers("small " + number, "generate_series(1, 3) n", false))
            .toList();
    try (Session session = open()) {
      session.ask(List.of(large, other));
      int before = session.traffic().roundTrips();

      session.ask(many);

      assertThat(session.traffic().roundTrips() - before).isEqualTo(1);
    }
  }

  @Test
  void namesTheQueryThatFailedAndStaysUsable() {
    Query<Long> broken = numbers("quotients", "(SELECT 1 / 0 AS n) q", true);
    try (Session session = open()) {
      ProblemException thrown =
          catchThrowableOfType(
              ProblemException.class, () -> session.ask(List.of(large, broken, small)));

      assertThat(thrown.problem().what()).isEqualTo("cannot read quotients: division by zero");
      assertThat(session.ask(small)).containsExactly(1L, 2L, 3L);
    }
  }

  @Test
  void doesNotHideThatAnAnswerCouldNotBeRead() {
    Query<Long> unreadable =
        new Query<>(
            "letters",
            "SELECT 'x' AS n FROM generate_series(1, 100000)",
            row -> row.number("n"),
            true);
    try (Session session = open()) {
      NumberFormatException thrown =
          catchThrowableOfType(
              NumberFormatException.class, () -> session.ask(List.of(unreadable, small)));

      assertThat(thrown).hasMessageContaining("x");
      assertThat(session.ask(small)).containsExactly(1L, 2L, 3L);
    }
  }

  /** The driver would ask the server for what it does not know of columns of tables. */
  @Test
  void nothingIsAskedThatIsNotCounted() {
    Query<Long> columns =
        new Query<>(
            "columns",
            "SELECT attname, attnum AS n, attnotnull FROM pg_attribute",
            row -> row.number("n"),
            true);
    try (FaultProxy proxy = FaultProxy.to(server);
        Session session =
            open(
                proxy.url(database).replace("//postgres@", "//limited@"), Duration.ofSeconds(30))) {
      int turns = proxy.turns();
      int roundTrips = session.traffic().roundTrips();

      session.ask(List.of(columns, large, small));

      assertThat(proxy.turns() - turns)
          .isEqualTo(session.traffic().roundTrips() - roundTrips)
          .isGreaterThan(4);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"3000000000::oid", "ARRAY[1]", "1.5", "now()"})
  void takesOnlyTypesThatItCanRead(String value) {
    Query<Long> query =
        new Query<>("values", "SELECT " + value + " AS n", row -> row.number("n"), true);
    try (Session session = open()) {
      assertThatThrownBy(() -> session.ask(query))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("to be cast");
    }
  }

  /** The first one's place may be the last that the role has. */
  @Test
  void isNotMadeWhereConnectionsOfTheRoleAreCounted() {
    try (Session session = open(server.url("limited", database), Duration.ofSeconds(30))) {
      assertThat(seen(session, "none")).hasSize(1);
    }
  }

  @Test
  void isNotMadeWhereTheSnapshotMayNotBeExported() {
    server.run(database, "REVOKE EXECUTE ON FUNCTION pg_export_snapshot() FROM PUBLIC");
    try (Session session = open(server.url("sharer", database), Duration.ofSeconds(30))) {
      assertThat(seen(session, "none")).hasSize(1);
    } finally {
      server.run(database, "GRANT EXECUTE ON FUNCTION pg_export_snapshot() TO PUBLIC");
    }
  }

  @Test
  void isNotMissedWhereAPoolerHasNoOtherConnection(@TempDir Path folder) throws Exception {
    try (Pooler pooler =
        Pooler.start(
            folder,
            "* = host=127.0.0.1 port=%d user=postgres".formatted(server.port()),
            "auth_type = any",
            "pool_mode = session",
            "default_pool_size = 1")) {
      String url = "postgresql://postgres@127.0.0.1:" + pooler.port() + "/" + database;
      try (Session session = open(url, Duration.ofSeconds(30))) {
        assertThat(seen(session, "none")).hasSize(1);
      }
    }
  }

  /** What it leaves undone, the first does. */
  @Test
  void isNotMissedWhenSomebodyEndsIt() {
    try (Session session = open()) {
      Thread.ofPlatform().start(SecondSessionIT::endTheYounger);

      assertThat(seen(session, "none")).isNotEmpty().allMatch(each -> each.endsWith(" 0"));
      assertThat(session.ask(small)).containsExactly(1L, 2L, 3L);
    }
  }

  private static void endTheYounger() {
    while (sleeping().size() < 2) {
      Thread.onSpinWait();
    }
    server.run(
        "postgres",
        "SELECT pg_terminate_backend(pid) FROM ("
            + OURS
            + " ORDER BY backend_start DESC LIMIT 1) y");
  }

  @Test
  void endsWithTheDeadline() throws Exception {
    long start = System.nanoTime();
    try (Session session = open(server.url(database), Duration.ofSeconds(2))) {
      ProblemException thrown =
          catchThrowableOfType(ProblemException.class, () -> session.ask(sleepers()));
      assertThat(thrown.problem().what()).contains("time ran out after 2 s");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    assertNobodySleeps();
  }

  @Test
  void endsWhenTheRunIsInterrupted() throws Exception {
    Interruption interruption = new Interruption();
    try (Session session = open(server.url(database), Duration.ofSeconds(60), interruption)) {
      Thread.ofPlatform().start(() -> interruptWhenTwoSleep(interruption));
      ProblemException thrown =
          catchThrowableOfType(ProblemException.class, () -> session.ask(sleepers()));
      assertThat(thrown.problem().what()).contains("the run was interrupted");
    }
    assertNobodySleeps();
  }

  private static List<Query<?>> sleepers() {
    List<Query<?>> sleepers = new ArrayList<>();
    for (int number = 1; number <= 2; number++) {
      sleepers.add(
          new Query<>(
              "sleeper " + number,
              "SELECT pg_sleep(50)::text AS pause",
              row -> row.text("pause"),
              true));
    }
    return sleepers;
  }

  private static List<String> sleeping() {
    return server.strings("postgres", OURS + " AND wait_event = 'PgSleep'");
  }

  private static void interruptWhenTwoSleep(Interruption interruption) {
    while (sleeping().size() < 2) {
      Thread.onSpinWait();
    }
    interruption.request();
  }

  private static void assertNobodySleeps() throws InterruptedException {
    for (int attempt = 0; attempt < 50 && !sleeping().isEmpty(); attempt++) {
      Thread.sleep(20);
    }
    assertThat(sleeping()).isEmpty();
  }
}
