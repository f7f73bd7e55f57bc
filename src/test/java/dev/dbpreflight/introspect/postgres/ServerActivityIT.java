package dev.dbpreflight.introspect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.dbpreflight.conditions.Activity;
import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.conditions.LockMode;
import dev.dbpreflight.conditions.LockQueue;
import dev.dbpreflight.conditions.LockWait;
import dev.dbpreflight.conditions.LockWait.Target;
import dev.dbpreflight.conditions.Maintenance;
import dev.dbpreflight.conditions.Maintenance.Kind;
import dev.dbpreflight.conditions.OpenTransaction;
import dev.dbpreflight.conditions.OpenTransaction.State;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.conditions.Unread;
import dev.dbpreflight.connect.Session;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.PostgresServer;
import dev.dbpreflight.support.SessionBeside;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ServerActivityIT {
  private static final String TABLES =
      """
      create table accounts (id integer primary key, fee integer);
      insert into accounts values (1, 1), (2, 2);
      create table log (line text);
      insert into log select repeat('x', 1000) from generate_series(1, 3000);
      """;
  private static final String SLOWLY =
      "set vacuum_cost_delay = 100; set vacuum_cost_limit = 1; set vacuum_cost_page_dirty = 10000;";

  static Stream<PostgresServer> servers() {
    return Databases.versions().stream().map(Databases::postgres);
  }

  private static ObjectName table(String name) {
    return new ObjectName("public", name);
  }

  private static Conditions conditions(CatalogReading reading, String user) {
    try (Session session = reading.session(user)) {
      return conditions(session);
    }
  }

  private static Conditions conditions(Session session) {
    ServerActivity area = new ServerActivity(Grantee.of(session));
    return area.with(Conditions.NONE, session.ask(area.queries()));
  }

  private static Activity activity(CatalogReading reading) {
    Conditions seen = conditions(reading, "postgres");
    assertThat(seen.unread()).isEmpty();
    return seen.activity().orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void whereNobodyElseIsThereIsNothingToTell(PostgresServer server) {
    assertThat(activity(CatalogReading.of(server, TABLES))).isEqualTo(Activity.NONE);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void anAlterWaitsBehindWhoHasOnlyReadAndReadersWaitBehindIt(PostgresServer server)
      throws SQLException {
    CatalogReading reading = CatalogReading.of(server, TABLES);
    try (SessionBeside idle = beside(reading).run("begin; select * from accounts");
        SessionBeside alters = beside(reading).begin("alter table accounts add note text");
        SessionBeside reads = beside(reading).begin("select * from accounts")) {
      Activity seen = activity(reading);

      OpenTransaction open = seen.transactions().getFirst();
      assertThat(open.process().pid()).isEqualTo(idle.pid());
      assertThat(open.process().name())
          .isEqualTo("user \"postgres\", application \"dbpreflight tests\"");
      assertThat(open.state()).isEqualTo(State.IDLE);
      assertThat(open.age()).isPresent();
      assertThat(open.inState()).isPresent();
      assertThat(open.locks()).isEqualTo(Map.of(table("accounts"), LockMode.ACCESS_SHARE));

      LockQueue queue = seen.queues().getFirst();
      assertThat(queue.table()).contains(table("accounts"));
      assertThat(queue.heads()).containsExactly(open);
      assertThat(queue.waits())
          .extracting(wait -> wait.waiter().pid(), LockWait::mode, LockWait::blockers)
          .containsExactlyInAnyOrder(
              tuple(alters.pid(), LockMode.ACCESS_EXCLUSIVE, List.of(idle.pid())),
              tuple(reads.pid(), LockMode.ACCESS_SHARE, List.of(alters.pid())));
      assertThat(seen.bystanders())
          .extracting(each -> each.process().pid())
          .doesNotContain(idle.pid());
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void whoWaitsForARowNamesItsTable(PostgresServer server) throws SQLException {
    CatalogReading reading = CatalogReading.of(server, TABLES);
    String change = "begin; update accounts set fee = fee + 1 where id = 1";
    try (SessionBeside first = beside(reading).run(change);
        SessionBeside second = beside(reading).begin(change);
        SessionBeside third = beside(reading).begin(change)) {
      Activity seen = activity(reading);

      assertThat(seen.waits()).extracting(LockWait::target).containsOnly(Target.ROW);
      assertThat(seen.waits())
          .extracting(wait -> wait.table().get())
          .containsOnly(table("accounts"));
      assertThat(seen.queues()).hasSize(1);
      assertThat(seen.queues().getFirst().heads())
          .extracting(head -> head.process().pid())
          .containsExactly(first.pid());
      assertThat(seen.waits())
          .extracting(wait -> wait.waiter().pid())
          .containsExactlyInAnyOrder(second.pid(), third.pid());
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void whoWaitsForAnUncommittedKeyIsToldWithoutATable(PostgresServer server) throws SQLException {
    CatalogReading reading = CatalogReading.of(server, TABLES);
    try (SessionBeside first = beside(reading).run("begin; insert into accounts values (3, 3)");
        SessionBeside second = beside(reading).begin("insert into accounts values (3, 3)")) {
      Activity seen = activity(reading);

      assertThat(seen.waits())
          .extracting(LockWait::target, LockWait::table)
          .containsExactly(tuple(Target.TRANSACTION, Optional.empty()));
      assertThat(seen.queues().getFirst().heads().getFirst().process().pid())
          .isEqualTo(first.pid())
          .isNotEqualTo(second.pid());
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void advisoryLocksTemporaryTablesAndOtherDatabasesAreNobodysBusiness(PostgresServer server)
      throws SQLException {
    CatalogReading reading = CatalogReading.of(server, TABLES);
    CatalogReading other = CatalogReading.of(server, TABLES);
    try (SessionBeside elsewhere = beside(other).run("begin; lock table accounts");
        SessionBeside waitsThere = beside(other).begin("select * from accounts");
        SessionBeside worker = beside(reading).run("select pg_advisory_lock(7)");
        SessionBeside waits = beside(reading).begin("select pg_advisory_lock(7)");
        SessionBeside temporary =
            beside(reading).run("begin; create temporary table t (id integer); select * from t")) {
      Activity seen = activity(reading);

      assertThat(seen.waits()).isEmpty();
      assertThat(seen.transactions())
          .extracting(open -> open.process().pid())
          .containsExactlyInAnyOrder(waits.pid(), temporary.pid())
          .doesNotContain(elsewhere.pid(), waitsThere.pid(), worker.pid());
      assertThat(seen.transactions()).allMatch(open -> open.locks().isEmpty());
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aPreparedTransactionKeepsItsLocks(PostgresServer server) throws SQLException {
    CatalogReading reading = CatalogReading.of(server, TABLES);
    String name = "o'clock \"\u001b[31m " + reading.database();
    String literal = "'" + name.replace("'", "''") + "'";
    server.run(
        reading.database(), "begin; update accounts set fee = 0; prepare transaction " + literal);
    try (SessionBeside waits = beside(reading).begin("alter table accounts add note text")) {
      Activity seen = activity(reading);

      assertThat(seen.prepared()).hasSize(1);
      assertThat(seen.prepared().getFirst().identifier()).isEqualTo(name);
      assertThat(seen.prepared().getFirst().owner()).isEqualTo("postgres");
      assertThat(seen.prepared().getFirst().locks())
          .isEqualTo(Map.of(table("accounts"), LockMode.ROW_EXCLUSIVE));
      assertThat(seen.queues().getFirst().behindPrepared()).isTrue();
      assertThat(seen.waits().getFirst().waiter().pid()).isEqualTo(waits.pid());
      assertThat(activity(CatalogReading.of(server, TABLES)).prepared()).isEmpty();
    } finally {
      server.run(reading.database(), "rollback prepared " + literal);
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aVacuumThatSomebodyStartedIsMaintenance(PostgresServer server) throws SQLException {
    CatalogReading reading = CatalogReading.of(server, TABLES);
    server.run(reading.database(), "create role passer_by login", "delete from log");
    try (SessionBeside vacuums = beside(reading).run(SLOWLY).begin("vacuum log")) {
      Maintenance work = activity(reading).maintenance().getFirst();

      assertThat(work.process().pid()).isEqualTo(vacuums.pid());
      assertThat(work.command()).isEqualTo("VACUUM");
      assertThat(work.kind()).isEqualTo(Kind.MANUAL);
      assertThat(work.table()).isEqualTo(table("log"));
      assertThat(activity(reading).bystanders()).isEmpty();

      assertThat(conditions(reading, "passer_by").unread())
          .extracting(Unread::topic)
          .containsExactly(Topic.TRANSACTIONS, Topic.MAINTENANCE);
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void whatARoleMayNotSeeIsNotRead(PostgresServer server) throws SQLException {
    CatalogReading reading = CatalogReading.of(server, TABLES);
    server.run(reading.database(), "create role \"Few Rights\" login");
    try (SessionBeside idle = beside(reading).run("begin; select * from accounts")) {
      Conditions seen = conditions(reading, "Few%20Rights");
      OpenTransaction open = seen.activity().orElseThrow().transactions().getFirst();
      assertThat(open.process().pid()).isEqualTo(idle.pid());
      assertThat(open.process().user()).isEqualTo("postgres");
      assertThat(open.state()).isEqualTo(State.HIDDEN);
      assertThat(open.age()).isEmpty();
      assertThat(open.locks()).isEqualTo(Map.of(table("accounts"), LockMode.ACCESS_SHARE));
      assertThat(seen.unread())
          .containsExactly(
              new Unread(
                  Topic.TRANSACTIONS,
                  "since when transactions are open",
                  "the server hides from \"Few Rights\" what sessions of other roles do",
                  "GRANT pg_read_all_stats TO \"Few Rights\""));

      server.run(reading.database(), seen.unread().getFirst().remedy());
      Conditions granted = conditions(reading, "Few%20Rights");
      assertThat(granted.unread()).isEmpty();
      assertThat(granted.activity().orElseThrow().transactions().getFirst().age()).isPresent();
    }
    assertThat(conditions(reading, "Few%20Rights").unread()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void idleSessionsOfOthersHideNothing(PostgresServer server) throws SQLException {
    CatalogReading reading = CatalogReading.of(server, TABLES);
    server.run(reading.database(), "create role newcomer login");
    try (SessionBeside idle = beside(reading).run("select 1")) {
      Conditions seen = conditions(reading, "newcomer");
      assertThat(seen.unread()).isEmpty();
      assertThat(seen.activity()).contains(Activity.NONE);
      assertThat(idle.pid()).isPositive();
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aSessionThatIsNotTrackedIsNotRead(PostgresServer server) throws SQLException {
    CatalogReading reading = CatalogReading.of(server, TABLES);
    try (SessionBeside untracked =
        beside(reading).run("set track_activities = off").run("begin; select * from accounts")) {
      assertThat(conditions(reading, "postgres").unread())
          .extracting(Unread::reason)
          .containsExactly("track_activities is off in a session that has one");
      assertThat(untracked.pid()).isPositive();
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void whatBeganAfterTheFirstQuestionOfTheTransactionIsSeen(PostgresServer server)
      throws SQLException {
    CatalogReading reading = CatalogReading.of(server, TABLES);
    try (Session session = reading.session()) {
      assertThat(conditions(session).activity()).contains(Activity.NONE);
      try (SessionBeside later = beside(reading).run("begin; select * from accounts")) {
        assertThat(conditions(session).activity().orElseThrow().transactions())
            .extracting(open -> open.process().pid(), OpenTransaction::state)
            .containsExactly(tuple(later.pid(), State.IDLE));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void theTextOfNoStatementIsKept(PostgresServer server) throws SQLException {
    CatalogReading reading = CatalogReading.of(server, TABLES);
    try (SessionBeside idle =
            beside(reading).run("begin; select * from accounts where 'hunter2' = 'hunter2'");
        SessionBeside alters =
            beside(reading).begin("alter table accounts add secret text default 'hunter2'")) {
      Activity seen = activity(reading);
      assertThat(seen.transactions())
          .extracting(open -> open.process().pid())
          .containsExactlyInAnyOrder(idle.pid(), alters.pid());
      assertThat(seen.toString()).doesNotContain("hunter2");
    }
  }

  private static SessionBeside beside(CatalogReading reading) throws SQLException {
    return new SessionBeside(reading.server(), reading.database());
  }
}
