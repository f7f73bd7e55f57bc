package dev.dbpreflight.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dbpreflight.model.Engine;
import dev.dbpreflight.problem.ProblemException;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.FaultProxy;
import dev.dbpreflight.support.PostgresServer;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PostgresSessionIT {
  private static PostgresServer server;
  private static String database;

  static Stream<Integer> versions() {
    return Databases.versions().stream();
  }

  @BeforeAll
  static void makeDatabase() {
    server = Databases.newest();
    database =
        server.createDatabase(
            """
            CREATE TABLE item (id int PRIMARY KEY, name text);
            INSERT INTO item SELECT n, 'item ' || n FROM generate_series(1, 500) n;
            CREATE TABLE secret_item (id int);
            CREATE ROLE onlooker LOGIN;
            """);
  }

  private static Session open(String url, Duration timeout) {
    return Connector.open(
        DatabaseUrl.parse(url, "the test"), new ConnectOptions(Deadline.after(timeout)));
  }

  private static Session open() {
    return open(server.url(database), Duration.ofSeconds(30));
  }

  private static Query<String> text(String purpose, String sql) {
    return new Query<>(purpose, sql, row -> row.text("value"));
  }

  private static Query<String> setting(String name) {
    return text(name, "SELECT current_setting('" + name + "') AS value");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void saysItsVersionOnEveryMajor(int major) {
    try (Session session =
        open(Databases.postgres(major).url("postgres"), Duration.ofSeconds(30))) {
      assertThat(session.version().major()).isEqualTo(major);
      assertThat(session.version().text()).startsWith(major + ".");
      assertThat(session.engine()).isEqualTo(Engine.POSTGRESQL);
      assertThat(session.ask(setting("jit"))).containsExactly("off");
    }
  }

  @Test
  void looksAtOneMomentReadOnlyWithAPinnedSearchPath() {
    try (Session session = open()) {
      assertThat(session.ask(setting("transaction_isolation"))).containsExactly("repeatable read");
      assertThat(session.ask(setting("transaction_read_only"))).containsExactly("on");
      assertThat(session.ask(setting("search_path"))).containsExactly("pg_catalog, pg_temp");
      Query<Long> count =
          new Query<>("items", "SELECT count(*) AS n FROM public.item", row -> row.number("n"));
      assertThat(session.ask(count)).containsExactly(500L);
      server.run(database, "INSERT INTO item VALUES (501, 'late')");
      assertThat(session.ask(count)).containsExactly(500L);
      server.run(database, "DELETE FROM item WHERE id = 501");
    }
  }

  @Test
  void refusesToWrite() {
    try (Session session = open()) {
      ProblemException thrown =
          catchThrowableOfType(
              ProblemException.class,
              () ->
                  session.ask(
                      text("x", "INSERT INTO public.item VALUES (0) RETURNING id AS value")));
      assertThat(thrown.problem().what())
          .isEqualTo("cannot read x: cannot execute INSERT in a read-only transaction");
    }
  }

  @Test
  void showsNoDefaultOfRoleOrDatabase() {
    server.run(
        database,
        """
        CREATE ROLE odd LOGIN SUPERUSER;
        ALTER ROLE odd SET search_path = public;
        ALTER ROLE odd SET quote_all_identifiers = on;
        ALTER ROLE odd SET standard_conforming_strings = off;
        ALTER ROLE odd SET bytea_output = escape;
        ALTER ROLE odd SET IntervalStyle = iso_8601;
        ALTER ROLE odd SET statement_timeout = 100;
        ALTER ROLE odd SET default_transaction_isolation = 'read committed';
        """);
    Query<String> shown =
        text(
            "x",
            """
            SELECT concat_ws(' ', pg_sleep(0.2), quote_ident('a'), '\\x', '\\x00ff'::bytea, interval '1 day 2 hours',
                             current_schemas(false), timestamptz 'epoch', 0.1::float8) AS value
            """);
    try (Session session = open(server.url("odd", database), Duration.ofSeconds(30))) {
      assertThat(session.ask(shown))
          .containsExactly(" a \\x \\x00ff 1 day 02:00:00 {pg_catalog} 1970-01-01 00:00:00+00 0.1");
    }
  }

  @Test
  void sendsAllQueriesOfATurnInOneRoundTrip() {
    try (FaultProxy proxy = FaultProxy.to(server);
        Session session = open(proxy.url(database), Duration.ofSeconds(30))) {
      assertThat(session.traffic().roundTrips()).isEqualTo(1);
      int before = proxy.turns();
      List<Query<?>> queries =
          IntStream.range(0, 40).<Query<?>>mapToObj(PostgresSessionIT::names).toList();
      Answers answers = session.ask(queries);
      assertThat(proxy.turns() - before).isEqualTo(1);
      assertThat(session.traffic()).isEqualTo(new Session.Traffic(7 + 2 + 2 + 2 * 40, 2));
      for (Query<?> query : queries) {
        assertThat(answers.of(query)).hasSize(500);
      }
    }
  }

  @Test
  void givesLocksBackAfterEachQuery() {
    Query<String> reads = text("reads", "SELECT name AS value FROM public.item LIMIT 1");
    Query<String> locks =
        text(
            "locks",
            """
            SELECT relation::regclass AS value FROM pg_locks
            WHERE pid = pg_backend_pid() AND relation >= 16384
            """);
    try (Session session = open(server.url(database), Duration.ofSeconds(30))) {
      assertThat(session.ask(List.of(reads, locks)).of(locks)).isEmpty();
    }
  }

  private static Query<String> names(int number) {
    return text(
        "query " + number, "SELECT name || '" + number + "' AS value FROM public.item -- x");
  }

  @Test
  void costsFewRoundTripsToOpenAndClose() {
    try (FaultProxy proxy = FaultProxy.to(server)) {
      try (Session session = open(proxy.url(database), Duration.ofSeconds(30))) {
        // The question for TLS, the start-up packet, the beginning of the transaction.
        assertThat(proxy.turns()).isEqualTo(3);
        assertThat(session.ask(setting("jit"))).containsExactly("off");
      }
      // The query, the end of the transaction, the farewell.
      assertThat(proxy.turns()).isBetween(5, 6);
    }
  }

  @Test
  void readsWhateverAColumnHolds() {
    String hostile = "a\n\t\r'\"\\{}?;--/*$$%\u001b[31m<script>🦄\u202e";
    try (Session session = open()) {
      Query<String> query = text("x", "SELECT '" + hostile.replace("'", "''") + "' AS value");
      assertThat(session.ask(query)).containsExactly(hostile);
    }
  }

  @Test
  void readsArraysFlagsAndNumbers() {
    Query<List<Object>> query =
        new Query<>(
            "x",
            """
            SELECT ARRAY['a', NULL, 'NULL', '', 'b "c" \\, {d}', 'e,f'] AS texts, ARRAY[]::text[] AS none,
                   NULL::text[] AS absent, ARRAY['x'::name] AS names, ARRAY[1, 2] AS numbers,
                   true AS yes, false AS no, NULL::boolean AS unknown, 9007199254740993 AS big,
                   NULL::int AS nothing, NULL::text AS empty
            """,
            row ->
                List.of(
                    row.texts("texts").toString(),
                    row.texts("none"),
                    row.texts("absent"),
                    row.texts("names"),
                    row.texts("numbers"),
                    row.flag("yes"),
                    row.flag("no"),
                    row.flag("unknown"),
                    row.number("big"),
                    row.number("nothing"),
                    row.textOrEmpty("empty"),
                    row.isNull("empty")));
    try (Session session = open()) {
      assertThat(session.ask(query).getFirst())
          .containsExactly(
              "[a, null, NULL, , b \"c\" \\, {d}, e,f]",
              List.of(),
              List.of(),
              List.of("x"),
              List.of("1", "2"),
              true,
              false,
              false,
              9007199254740993L,
              0L,
              "",
              true);
    }
  }

  @Test
  void namesTheQueryThatFailedAndStaysUsable() {
    try (Session session = open(server.url("onlooker", database), Duration.ofSeconds(30))) {
      ProblemException thrown =
          catchThrowableOfType(
              ProblemException.class,
              () ->
                  session.ask(
                      List.of(
                          setting("search_path"),
                          text("secret items", "SELECT id AS value FROM public.secret_item"),
                          setting("jit"))));
      assertThat(thrown.problem().what())
          .isEqualTo("cannot read secret items: permission denied for table secret_item");
      assertThat(thrown.problem().next()).startsWith("GRANT").contains("TO onlooker");
      assertThat(session.ask(setting("search_path"))).containsExactly("pg_catalog, pg_temp");
      catchThrowableOfType(
          ProblemException.class, () -> session.ask(text("nonsense", "SELECT FROM WHERE")));
      assertThat(session.ask(setting("search_path"))).containsExactly("pg_catalog, pg_temp");
    }
  }
}
