package dev.dbpreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.FaultProxy;
import dev.dbpreflight.support.MortalServer;
import dev.dbpreflight.support.PostgresServer;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that are full, starting, stopping, killed, read-only or locked. */
class ServerTroubleIT {
  private static final Duration SHORT = Duration.ofSeconds(2);
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Pattern ROUND_TRIPS = Pattern.compile("(\\d+) round trips");

  private static final String END_OUR_SESSIONS =
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name ="
          + " 'dbpreflight'";

  private static final String TABLES =
      """
      CREATE TABLE shops (
        id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        name text DEFAULT upper('x') CHECK (length(name) > 0));
      CREATE INDEX shops_by_name ON shops (lower(name)) WHERE id > 3;
      CREATE VIEW shop_names AS SELECT name FROM shops;
      """;

  private static PostgresServer server;
  private static String database;

  @BeforeAll
  static void makeDatabase() {
    server = Databases.newest();
    database = server.createDatabase(TABLES);
  }

  /**
   * How often the server is spoken to until everything is read: about TLS and to log in as well.
   */
  private static int turns() {
    CommandLineRun run = FaultRun.check(server.url(database), LONG, "-v").run();
    assertThat(run.exitCode()).as(run.toString()).isZero();
    Matcher roundTrips = ROUND_TRIPS.matcher(run.err());
    assertThat(roundTrips.find()).as(run.toString()).isTrue();
    return 2 + Integer.parseInt(roundTrips.group(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ALTER ROLE crowd CONNECTION LIMIT 0", "ALTER DATABASE %s CONNECTION LIMIT 0"})
  void noRoomForThisRoleOrDatabase(String limit) {
    String crowded = server.createDatabase();
    server.run(
        "postgres",
        "DROP ROLE IF EXISTS crowd",
        "CREATE ROLE crowd LOGIN",
        limit.formatted(crowded));
    FaultRun.check(server.url("crowd", crowded), LONG)
        .assertInconclusive(
            "too many connections for role \"crowd\"", "too many connections for database");
  }

  @Test
  void noRoomOnTheServer() throws Exception {
    Map<String, String> small =
        Map.of("max_connections", "5", "superuser_reserved_connections", "1");
    try (MortalServer full = new MortalServer(small);
        Connection first = full.connect();
        Connection second = full.connect();
        Connection third = full.connect();
        Connection fourth = full.connect()) {
      assertThat(first.isValid(5) && second.isValid(5) && third.isValid(5) && fourth.isValid(5))
          .isTrue();
      first.createStatement().execute("CREATE ROLE app LOGIN");
      FaultRun.check(full.url("app"), LONG)
          .assertInconclusive("remaining connection slots are reserved", "too many clients");
    }
  }

  @Test
  void aServerThatIsStoppedAndStartsAgain() throws Exception {
    try (MortalServer mortal = new MortalServer(Map.of())) {
      mortal.run(TABLES, "CHECKPOINT");
      try (Connection late = mortal.connect()) {
        mortal.beginShutDown();
        FaultRun.check(mortal.url("postgres"), LONG)
            .assertInconclusive("the database system is shutting down");
        assertThat(late.isValid(5)).isTrue();
      }
      mortal.waitUntilStopped();
      FaultRun.check(mortal.url("postgres"), LONG).assertInconclusive("connection refused");
      mortal.startAsStandby(false);
      FaultRun.check(mortal.url("postgres"), LONG)
          .assertInconclusive(
              "the database system is starting up",
              "the database system is not accepting connections");
      mortal.stop();
      mortal.startAsStandby(true);
      FaultRun.check(mortal.url("postgres") + "?target_session_attrs=read-write", LONG)
          .assertInconclusive(": it is not ");
      FaultRun.check(mortal.url("postgres") + "?target_session_attrs=primary", LONG)
          .assertInconclusive(": it is not ");
      FaultRun standby = FaultRun.check(mortal.url("postgres"), LONG);
      standby.assertHonest();
      assertThat(standby.run().exitCode()).as(standby.toString()).isEqualTo(1);
      assertThat(standby.run().out()).contains("server-read-only");
    }
  }

  @Test
  void aServerThatBecameReadOnly() {
    server.run(
        "postgres", "ALTER DATABASE " + database + " SET default_transaction_read_only = on");
    try {
      FaultRun.check(server.url(database) + "?target_session_attrs=read-write", LONG)
          .assertInconclusive(": it is not ");
      FaultRun run = FaultRun.check(server.url(database), LONG);
      run.assertHonest();
      assertThat(run.run().exitCode()).as(run.toString()).isEqualTo(1);
      assertThat(run.run().out()).contains("server-read-only");
    } finally {
      server.run("postgres", "ALTER DATABASE " + database + " RESET default_transaction_read_only");
    }
  }

  @Test
  void aSessionThatIsEndedBetweenTwoStatements() {
    for (int turn = 3; turn <= turns(); turn++) {
      try (FaultProxy proxy =
          FaultProxy.to(server).before(turn, () -> server.strings("postgres", END_OUR_SESSIONS))) {
        FaultRun.check(proxy.url(database), LONG)
            .assertInconclusive(
                "terminating connection due to administrator command",
                ": the server or the network ended the connection");
      }
    }
  }

  @Test
  void aServerThatIsKilledBetweenTwoStatements() {
    try (MortalServer mortal = new MortalServer(Map.of())) {
      mortal.run(TABLES, "CHECKPOINT");
      int turns = turns();
      for (int turn = 3; turn <= turns; turn++) {
        Runnable death = turn == turns ? mortal::kill : mortal::crash;
        mortal.waitUntilUp(); // The client of the last turn heard of the end before it was over.
        try (FaultProxy proxy = FaultProxy.to("localhost", mortal.port()).before(turn, death)) {
          FaultRun.check(proxy.url("postgres"), LONG)
              .assertInconclusive(
                  "the connection was closed before it was ready",
                  ": the server or the network ended the connection");
        }
      }
      FaultRun.check(mortal.url("postgres"), LONG).assertInconclusive("connection refused");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "public.shops",
    "pg_catalog.pg_class",
    "pg_catalog.pg_attribute",
    "pg_catalog.pg_proc"
  })
  void whatSomebodyHasLocked(String table) throws Exception {
    try (Connection migration = server.connect(database);
        Statement statement = migration.createStatement()) {
      statement.execute("BEGIN; LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");
      FaultRun run = FaultRun.check(server.url(database), SHORT);
      statement.execute("ROLLBACK");
      run.assertInconclusive(
          "waited in vain for a lock, held by pid ",
          "waited in vain for a lock on the server's own catalog",
          "lock on its catalog");
    }
  }
}
