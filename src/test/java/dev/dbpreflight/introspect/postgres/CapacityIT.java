package dev.dbpreflight.introspect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dbpreflight.conditions.Capacity;
import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.conditions.Connections.Limit;
import dev.dbpreflight.conditions.Connections.Scope;
import dev.dbpreflight.conditions.TableSize;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.conditions.Unread;
import dev.dbpreflight.connect.ConnectOptions;
import dev.dbpreflight.connect.Connector;
import dev.dbpreflight.connect.DatabaseUrl;
import dev.dbpreflight.connect.Deadline;
import dev.dbpreflight.connect.Session;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.PoolerInTheWay;
import dev.dbpreflight.support.PostgresServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the areas about room read from servers that all tests share. */
class CapacityIT {

  static Stream<PostgresServer> servers() {
    return Databases.versions().stream().map(Databases::postgres);
  }

  static Conditions read(Session session) {
    ConditionReader reader = new ConditionReader(session, Optional.empty());
    Conditions all = reader.read(session.ask(reader.queries()));
    // Who migrates is somebody else's question.
    Conditions seen =
        Conditions.NONE.with(all.capacity().orElseThrow()).with(all.server().orElseThrow());
    for (Unread unread : all.unread()) {
      boolean asked =
          unread.topic() == Topic.MIGRATING_ROLE || unread.topic() == Topic.ROLE_SETTINGS;
      seen = asked ? seen : seen.withUnread(unread);
    }
    return seen;
  }

  private static Capacity capacity(Session session) {
    return read(session).capacity().orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void limitsOfServerDatabaseAndRoleCountAndOurOwnSessionDoesNot(PostgresServer server)
      throws SQLException {
    CatalogReading reading =
        CatalogReading.of(
            server,
            "create role \"Ap\"\"p\" login connection limit 4",
            """
            do $$ begin
              execute format('alter database %I connection limit 9', current_database());
            end $$
            """,
            "grant pg_read_all_stats to \"Ap\"\"p\"");

    try (Connection beside = server.connect(reading.database());
        Session session = reading.session("Ap%22p")) {
      assertThat(beside.isValid(5)).isTrue();
      Conditions read = read(session);

      assertThat(read.capacity().orElseThrow().connections().orElseThrow().limits())
          .filteredOn(limit -> limit.scope() != Scope.SERVER)
          .containsExactly(
              new Limit(Scope.DATABASE, reading.database(), 1, 9),
              new Limit(Scope.ROLE, "Ap\"p", 0, 4));
      assertThat(read.capacity().orElseThrow().connections().orElseThrow().limits())
          .filteredOn(limit -> limit.scope() == Scope.SERVER)
          .singleElement()
          .matches(limit -> limit.most() == 97 && limit.used() >= 1);
      assertThat(read.unread()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aSuperuserIsBoundByTheServerAloneAndMayUseWhatIsReserved(PostgresServer server) {
    CatalogReading reading = CatalogReading.of(server, "alter role postgres connection limit 50");
    try (Session session = reading.session()) {
      assertThat(capacity(session).connections().orElseThrow().limits())
          .extracting(Limit::scope, Limit::most)
          .containsExactly(tuple(Scope.SERVER, 100L));
    } finally {
      server.run("postgres", "alter role postgres connection limit -1");
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void sessionsOfOthersAreUnreadWithTheGrantThatShowsThem(PostgresServer server)
      throws SQLException {
    CatalogReading reading = CatalogReading.of(server, "create role \"lo w\" login");

    try (Connection beside = server.connect(reading.database())) {
      assertThat(beside.isValid(5)).isTrue();
      try (Session session = reading.session("lo%20w")) {
        assertThat(read(session).unread())
            .extracting(Unread::topic, Unread::remedy)
            .containsExactly(tuple(Topic.CONNECTIONS, "GRANT pg_read_all_stats TO \"lo w\""));
        assertThat(read(session).unread().getFirst().reason())
            .contains("role \"lo w\" does not see what kind of session others have");
      }
      server.run("postgres", "grant pg_read_all_stats to \"lo w\"");
      try (Session session = reading.session("lo%20w")) {
        assertThat(read(session).unread()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aPoolerIsToldByTheProcessThatItGives(PostgresServer server) throws IOException {
    CatalogReading reading = CatalogReading.of(server);
    try (Session direct = reading.session()) {
      assertThat(capacity(direct).connections().orElseThrow().pooled()).isFalse();
    }
    String url = server.url(reading.database());
    try (PoolerInTheWay pooler = new PoolerInTheWay(server.port());
        Session session =
            Connector.open(
                DatabaseUrl.parse(
                    url.replace(":" + server.port() + "/", ":" + pooler.port() + "/"), "the test"),
                new ConnectOptions(Deadline.after(Duration.ofSeconds(60))))) {
      assertThat(capacity(session).connections().orElseThrow().pooled()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void sizesAreThoseOfTheLastAnalyzeWithIndexesAndPartitions(PostgresServer server) {
    CatalogReading reading =
        CatalogReading.of(
            server,
            """
            create schema app;
            create table app."we""ird" (id integer primary key, note text);
            insert into app."we""ird" select i, repeat(md5(i::text), 100)
              from generate_series(1, 3000) as i;
            alter table app."we""ird" alter note set storage external;
            insert into app."we""ird" select i, repeat(md5(i::text), 100)
              from generate_series(3001, 6000) as i;
            create table app.unknown (id integer);
            create table app.parts (id integer, day date) partition by range (id);
            create table app.part_1 partition of app.parts for values from (0) to (100)
              partition by range (id);
            create table app.part_11 partition of app.part_1 for values from (0) to (50);
            create table app.part_12 partition of app.part_1 for values from (50) to (100);
            insert into app.parts select i % 100, current_date from generate_series(1, 20000) as i;
            create temporary table passing (id integer);
            """,
            "vacuum analyze app.\"we\"\"ird\"",
            "vacuum analyze app.parts");

    try (Session session = reading.session()) {
      List<TableSize> tables = capacity(session).tables();

      assertThat(tables)
          .extracting(TableSize::table, TableSize::rows, TableSize::known)
          .containsExactly(
              tuple(new ObjectName("app", "part_1"), 20_000L, true),
              tuple(new ObjectName("app", "part_11"), 10_000L, true),
              tuple(new ObjectName("app", "part_12"), 10_000L, true),
              tuple(new ObjectName("app", "parts"), 20_000L, true),
              tuple(new ObjectName("app", "unknown"), 0L, false),
              tuple(new ObjectName("app", "we\"ird"), 6_000L, true));
      long actual =
          Long.parseLong(
              server
                  .strings(reading.database(), "select pg_total_relation_size('app.\"we\"\"ird\"')")
                  .getFirst());
      // The free space and visibility maps are no part of it.
      assertThat(tables.getLast().bytes().bytes()).isBetween(actual * 9 / 10, actual);
      assertThat(actual).as("stored out of line").isGreaterThan(9_000_000);
      assertThat(tables.get(3).bytes()).isEqualTo(tables.get(0).bytes());
      assertThat(capacity(session).database().orElseThrow().bytes()).isGreaterThan(actual);
      assertThat(capacity(session).largest(1)).containsExactly(tables.getLast());
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void sizesAreReadWhileSomebodyHoldsTheTable(PostgresServer server) throws SQLException {
    CatalogReading reading =
        CatalogReading.of(
            server, "create table held (id integer); insert into held values (1)", "analyze held");

    try (Connection holder = server.connect(reading.database());
        var statement = holder.createStatement();
        Session session = reading.session()) {
      holder.setAutoCommit(false);
      statement.execute("lock table held in access exclusive mode");

      assertThat(capacity(session).tables()).extracting(TableSize::rows).containsExactly(1L);
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void theAgeOfTransactionIdsIsReadByAnybody(PostgresServer server) {
    CatalogReading reading = CatalogReading.of(server, "create role anybody login");
    try (Session session = reading.session("anybody")) {
      assertThat(capacity(session).oldest().orElseThrow().ids()).isBetween(1L, 100_000_000L);
    }
  }
}
