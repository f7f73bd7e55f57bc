package dev.dbpreflight.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.problem.ProblemException;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.Fault;
import dev.dbpreflight.support.Fault.Effect;
import dev.dbpreflight.support.FaultProxy;
import dev.dbpreflight.support.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A session whose server, network or neighbours keep it waiting. */
class InterruptedSessionIT {
  private static final String SLEEPERS =
      "SELECT pid FROM pg_stat_activity WHERE wait_event = 'PgSleep'";

  private static PostgresServer server;
  private static String database;

  @BeforeAll
  static void makeDatabase() {
    server = Databases.newest();
    database = server.createDatabase("CREATE TABLE item (id int PRIMARY KEY, name text)");
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

  @Test
  void endsALongQueryByTheDeadline() {
    long start = System.nanoTime();
    try (Session session = open(server.url(database), Duration.ofSeconds(2))) {
      ProblemException thrown =
          catchThrowableOfType(
              ProblemException.class,
              () -> session.ask(text("sleepers", "SELECT pg_sleep(60)::text AS value")));
      assertThat(thrown.problem().what())
          .isEqualTo(
              "cannot read sleepers: time ran out after 2 s, waiting for the server's answer");
      assertThat(thrown.exitCode()).isEqualTo(ExitCode.INCONCLUSIVE);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void namesWhoHoldsTheLockItWaitedFor() throws SQLException {
    String view = "CREATE VIEW item_names AS SELECT name FROM item";
    server.run(database, view);
    try (Connection migration = server.connect(database);
        Statement statement = migration.createStatement();
        Session session = open(server.url(database), Duration.ofSeconds(3))) {
      statement.execute("SET application_name = 'the migration'");
      statement.execute("BEGIN; ALTER TABLE item ADD COLUMN late int");
      ProblemException thrown =
          catchThrowableOfType(
              ProblemException.class,
              () ->
                  session.ask(
                      text(
                          "views",
                          "SELECT pg_get_viewdef('public.item_names'::regclass) AS value")));
      assertThat(thrown.problem().what())
          .startsWith("cannot read views: waited in vain for a lock, held by pid ")
          .contains(
              "user \"postgres\", application \"the migration\", idle in transaction,"
                  + " transaction open for ");
      statement.execute("ROLLBACK");
    }
    server.run(database, "DROP VIEW item_names");
  }

  /** The server ends one of two that wait for each other: whoever waited for longest. */
  @Test
  void letsAMigrationPassWhenBothWaitForEachOther() throws Exception {
    server.run(
        database,
        "CREATE TABLE other (id int); CREATE VIEW others AS SELECT id FROM other",
        "ALTER DATABASE " + database + " SET deadlock_timeout = '20s'");
    Query<String> query =
        text(
            "views",
            """
            SELECT concat(pg_sleep(1)::text, (SELECT count(*) FROM public.item),
              pg_get_viewdef('public.others'::regclass)) AS value\
            """);
    try (Connection migration = server.connect(database);
        Statement statement = migration.createStatement();
        ExecutorService reader = Executors.newSingleThreadExecutor();
        Session session = open()) {
      statement.execute("BEGIN; LOCK TABLE other IN ACCESS EXCLUSIVE MODE");
      Future<List<String>> read = reader.submit(() -> session.ask(query));
      while (server.strings(database, SLEEPERS).isEmpty()) {
        Thread.sleep(20);
      }
      statement.execute(
          "SET LOCAL deadlock_timeout = '5s'; LOCK TABLE item IN ACCESS EXCLUSIVE MODE; COMMIT");
      assertThat(read.get()).singleElement().asString().contains("FROM public.other");
    }
  }

  /** As when an object is dropped after it was found and before its definition is printed. */
  @Test
  void saysThatTheSchemaIsChanging() {
    server.run(
        database,
        """
        CREATE FUNCTION gone() RETURNS text LANGUAGE plpgsql AS $$ BEGIN
          RAISE 'could not open relation with OID 12345' USING ERRCODE = 'XX000';
        END $$\
        """);
    try (Session session = open()) {
      session.ask(setting("jit"));
      ProblemException thrown =
          catchThrowableOfType(
              ProblemException.class,
              () -> session.ask(text("views", "SELECT public.gone() AS value")));
      assertThat(thrown.problem().what())
          .isEqualTo("cannot read views: the schema is changing, what was being read is gone");
    }
  }

  @Test
  void saysWhenTheConnectionIsEndedWhileReading() throws Exception {
    try (Session session = open()) {
      String pid = session.ask(text("pid", "SELECT pg_backend_pid()::text AS value")).getFirst();
      Thread killer =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      Thread.sleep(500);
                    } catch (InterruptedException e) {
                      return;
                    }
                    server.run(database, "SELECT pg_terminate_backend(" + pid + ")");
                  });
      ProblemException thrown =
          catchThrowableOfType(
              ProblemException.class,
              () -> session.ask(text("sleepers", "SELECT pg_sleep(60)::text AS value")));
      killer.join();
      assertThat(thrown.problem().what())
          .isEqualTo("cannot read sleepers: the server or the network ended the connection");
      assertThat(thrown.problem().detail()).contains("57P01");
    }
  }

  @Test
  void saysWhenTheNetworkBreaksWhileReading() throws Exception {
    FaultProxy proxy = FaultProxy.to(server);
    try (Session session = open(proxy.url(database), Duration.ofSeconds(30))) {
      proxy.close();
      ProblemException thrown =
          catchThrowableOfType(ProblemException.class, () -> session.ask(setting("jit")));
      assertThat(thrown.problem().what())
          .isEqualTo("cannot read jit: the server or the network ended the connection");
    }
  }

  @Test
  void endsInTimeWhenTheNetworkSwallowsTheAnswer() throws Exception {
    long start = System.nanoTime();
    try (FaultProxy proxy = FaultProxy.to(server);
        Session session = open(proxy.url(database), Duration.ofSeconds(2))) {
      proxy.with(Fault.afterBytes(0, Effect.SILENCE));
      ProblemException thrown =
          catchThrowableOfType(ProblemException.class, () -> session.ask(setting("jit")));
      assertThat(thrown.problem().what())
          .isEqualTo("cannot read jit: time ran out after 2 s, waiting for the server's answer");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void endsInTimeWhenTheAnswerDripsIn() throws Exception {
    long start = System.nanoTime();
    try (FaultProxy proxy = FaultProxy.to(server);
        Session session = open(proxy.url(database), Duration.ofSeconds(2))) {
      proxy.with(Fault.afterBytes(0, Effect.DRIP));
      ProblemException thrown =
          catchThrowableOfType(
              ProblemException.class,
              () -> session.ask(text("letters", "SELECT repeat('x', 10000) AS value")));
      assertThat(thrown.problem().what())
          .isEqualTo(
              "cannot read letters: time ran out after 2 s, waiting for the server's answer");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
  }
}
