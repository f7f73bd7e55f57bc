package dev.dbpreflight.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dbpreflight.problem.ProblemException;
import dev.dbpreflight.support.OwnServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a real server does not let in, why, and what helps. */
class RefusalsIT {
  private static OwnServer server;

  @BeforeAll
  static void start() throws Exception {
    server =
        OwnServer.start(
            Map.of("max_connections", "8", "superuser_reserved_connections", "3"),
            "local all all peer",
            "host all banned all reject",
            "hostssl all encrypted all trust",
            "host all stranger 10.1.2.3/32 trust",
            "host all postgres all trust",
            "host all app,sleeper,alone,missing all trust");
    server.run(
        "CREATE ROLE banned LOGIN",
        "CREATE ROLE encrypted LOGIN",
        "CREATE ROLE stranger LOGIN",
        "CREATE ROLE app LOGIN",
        "CREATE ROLE sleeper",
        "CREATE ROLE alone LOGIN CONNECTION LIMIT 0",
        "CREATE DATABASE closed ALLOW_CONNECTIONS false",
        "CREATE DATABASE small CONNECTION LIMIT 0");
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  private static void open(String url) {
    Connector.open(
            DatabaseUrl.parse(url, "the test"),
            new ConnectOptions(Deadline.after(Duration.ofSeconds(20))))
        .close();
  }

  private static ProblemException problem(String url) {
    ProblemException thrown = catchThrowableOfType(ProblemException.class, () -> open(url));
    assertThat(thrown).as(url).isNotNull();
    return thrown;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "banned    | postgres | pg_hba.conf rejects connection | admit this user, database and"
            + " address in the server's pg_hba.conf",
        "stranger  | postgres | no pg_hba.conf entry | admit this user",
        "encrypted | postgres?sslmode=disable | no encryption | use sslmode=require, or admit",
        "missing   | postgres | role \"missing\" does not exist | CREATE ROLE \"missing\" LOGIN;",
        "sleeper   | postgres | role \"sleeper\" is not permitted to log in"
            + " | ALTER ROLE \"sleeper\" LOGIN;",
        "alone     | postgres | too many connections for role \"alone\""
            + " | ALTER ROLE \"alone\" CONNECTION LIMIT -1;",
        "app       | small    | too many connections for database \"small\""
            + " | ALTER DATABASE \"small\" CONNECTION LIMIT -1;",
        "app       | closed   | not currently accepting connections"
            + " | ALTER DATABASE \"closed\" ALLOW_CONNECTIONS true;",
        "app       | absent   | cannot find the database \"absent\""
            + " | CREATE DATABASE \"absent\";",
      })
  void saysWhatHelps(String user, String database, String what, String next) {
    ProblemException thrown = problem(server.url(user, database));
    assertThat(thrown.problem().what()).contains(what);
    assertThat(thrown.problem().next()).contains(next);
  }

  @Test
  void saysThatTheLastSlotsAreForOthersOrThatThereAreNone() throws Exception {
    List<Connection> all = new ArrayList<>();
    try {
      for (int slot = 0; slot < 5; slot++) {
        all.add(server.connect());
      }
      ProblemException reserved = problem(server.url("app", "postgres"));
      assertThat(reserved.problem().what()).contains("remaining connection slots are reserved");
      assertThat(reserved.problem().next()).contains("kept for superusers");
      for (int slot = 0; slot < 3; slot++) {
        all.add(server.connect());
      }
      ProblemException full = problem(server.url("app", "postgres"));
      assertThat(full.problem().what()).contains("too many clients already");
      assertThat(full.problem().next()).endsWith("raise max_connections");
    } finally {
      for (Connection connection : all) {
        connection.close();
      }
    }
  }

  @Test
  void tellsASystemUserWhomTheServerDoesNotKnow() throws SQLException {
    String folder;
    try (Connection connection = server.connect();
        var rows = connection.createStatement().executeQuery("SHOW unix_socket_directories")) {
      rows.next();
      folder = rows.getString(1).split(",")[0];
    }
    String url = "postgresql://app@/postgres?host=" + folder + "&port=" + server.port();
    assertThat(problem(url).problem().what()).contains("eer authentication failed");
    assertThat(problem(url).problem().next()).contains("as the system user of that name");
  }

  @Test
  void saysThatTheServerShutsDown() throws Exception {
    try (OwnServer leaving = OwnServer.start(Map.of(), "host all all all trust");
        Connection last = leaving.connect()) {
      assertThat(last.isValid(5)).isTrue();
      // It waits for the last session, and lets nobody in meanwhile.
      new ProcessBuilder("kill", "-TERM", "" + leaving.pid()).inheritIO().start().waitFor();
      ProblemException thrown = awaitRefusal(leaving.url("postgres", "postgres"));
      assertThat(thrown.problem().what()).endsWith("the database system is shutting down");
      assertThat(thrown.problem().next()).contains("--connect-retry");
      assertThat(thrown.isLasting()).isFalse();
    }
  }

  private static ProblemException awaitRefusal(String url) throws InterruptedException {
    for (int attempt = 0; attempt < 100; attempt++) {
      try {
        open(url);
        Thread.sleep(50);
      } catch (ProblemException refused) {
        return refused;
      }
    }
    throw new AssertionError("it still lets everybody in");
  }
}
