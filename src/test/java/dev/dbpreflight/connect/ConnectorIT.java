package dev.dbpreflight.connect;

import static dev.dbpreflight.connect.Attempt.PASSWORD;
import static dev.dbpreflight.connect.Attempt.open;
import static dev.dbpreflight.connect.Attempt.problem;
import static dev.dbpreflight.connect.Attempt.url;
import static dev.dbpreflight.connect.Attempt.what;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dbpreflight.problem.ProblemException;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.PostgresServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SimpleTimeZone;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ConnectorIT {
  private static final Query<String> WHO =
      new Query<>("user", "SELECT session_user AS value", row -> row.text("value"));

  private static PostgresServer server;
  private static String database;

  @BeforeAll
  static void makeDatabase() {
    server = Databases.newest();
    database = server.createDatabase();
    server.run(
        "postgres",
        "CREATE ROLE app LOGIN PASSWORD '"
            + PASSWORD
            + "' IN ROLE "
            + PostgresServer.NEEDS_PASSWORD,
        "CREATE ROLE limited LOGIN CONNECTION LIMIT 1",
        "CREATE ROLE outsider LOGIN");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void letsInWithTheRightPassword() {
    try (Session session = open(url("app", server.port(), database))) {
      assertThat(session.ask(WHO)).containsExactly("app");
    }
  }

  @Test
  void saysThatThePasswordIsWrong() {
    String url = "postgresql://app:pl4nted-wrong@localhost:" + server.port() + "/" + database;
    assertThat(what(url))
        .isEqualTo(
            "cannot log in to \"localhost\" port %d as \"app\": ".formatted(server.port())
                + "the password is wrong or the role does not exist");
  }

  @Test
  void saysThatAPasswordIsMissing() {
    String url = "postgresql://app@localhost:" + server.port() + "/" + database;
    assertThat(what(url))
        .isEqualTo(
            "cannot log in to \"localhost\" port %d as \"app\": ".formatted(server.port())
                + "it asks for a password and none is known");
  }

  @Test
  void saysThatTheRoleIsMissing() {
    assertThat(what(url("nobody", server.port(), database)))
        .endsWith("as \"nobody\": role \"nobody\" does not exist");
  }

  @Test
  void saysThatTheDatabaseIsMissing() {
    ProblemException thrown = problem(url("app", server.port(), "nowhere"));
    assertThat(thrown.problem().what())
        .isEqualTo("cannot find the database \"nowhere\" on \"localhost\" port " + server.port());
    assertThat(thrown.problem().next()).startsWith("create it (CREATE DATABASE \"nowhere\";)");
  }

  @Test
  void saysThatTheRoleMayNotConnect() {
    server.run("postgres", "REVOKE CONNECT ON DATABASE " + database + " FROM PUBLIC");
    ProblemException thrown = problem(url("outsider", server.port(), database));
    server.run("postgres", "GRANT CONNECT ON DATABASE " + database + " TO PUBLIC");
    assertThat(thrown.problem().what())
        .endsWith("permission denied for database \"" + database + "\"");
    assertThat(thrown.problem().next())
        .isEqualTo("GRANT CONNECT ON DATABASE \"" + database + "\" TO \"outsider\";");
  }

  @Test
  void saysThatThereAreTooManyConnections() {
    try (Session first = open(url("limited", server.port(), database))) {
      assertThat(first.ask(WHO)).containsExactly("limited");
      assertThat(what(url("limited", server.port(), database)))
          .endsWith("too many connections for role \"limited\"");
    }
  }

  @Test
  void saysThatTheServerOffersNoEncryption() {
    assertThat(what(url("app", server.port(), database) + "?sslmode=require"))
        .endsWith("it offers no TLS, and sslmode=require");
  }

  @Test
  void takesTheFirstServerThatAnswers() throws IOException {
    String hosts = "localhost:" + freePort() + ",localhost:" + server.port();
    try (Session session = open("postgresql://app:" + PASSWORD + "@" + hosts + "/" + database)) {
      assertThat(session.ask(WHO)).containsExactly("app");
    }
  }

  @Test
  void doesNotTryTheNextServerAfterAWrongPassword() throws IOException {
    String hosts = "localhost:" + server.port() + ",localhost:" + freePort();
    assertThat(what("postgresql://app:pl4nted@" + hosts + "/" + database))
        .startsWith("cannot log in to \"localhost\" port " + server.port());
  }

  @Test
  void takesOnlyTheKindOfServerThatIsWanted() {
    String url = url("app", server.port(), database);
    assertThat(what(url + "?target_session_attrs=standby"))
        .isEqualTo("cannot use \"localhost\" port " + server.port() + ": it is not standby");
    for (String kind : List.of("read-write", "primary", "prefer-standby", "any")) {
      try (Session session = open(url + "?target_session_attrs=" + kind)) {
        assertThat(session.ask(WHO)).containsExactly("app");
      }
    }
  }

  @Test
  void triesEveryAddressOfAHost() {
    String url = "postgresql://postgres@localhost:" + server.port() + "/" + database;
    try (Session session = open(url + "?hostaddr=127.0.0.1")) {
      assertThat(session.ask(WHO)).containsExactly("postgres");
    }
  }

  @Test
  void connectsThroughASocketFile() {
    String folder =
        server.strings("postgres", "SHOW unix_socket_directories").getFirst().split(",")[0];
    String url = "postgresql://postgres@/" + database + "?host=" + folder;
    try (Session session = open(url + "&port=" + server.port())) {
      assertThat(session.ask(WHO)).containsExactly("postgres");
      Query<String> big =
          new Query<>("x", "SELECT repeat('ä', 3000000) AS value", row -> row.text("value"));
      assertThat(session.ask(big).getFirst()).hasSize(3_000_000);
    }
    assertThat(what(url + "&port=1"))
        .isEqualTo(
            "cannot connect to \""
                + folder
                + "/.s.PGSQL.1\": no server listens on that socket file");
  }

  @Test
  void connectsFromATimeZoneThatTheServerDoesNotKnow() {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(new SimpleTimeZone(0, "Nowhere/Else"));
    try (Session session = open(url("app", server.port(), database))) {
      assertThat(session.ask(WHO)).containsExactly("app");
      assertThat(TimeZone.getDefault().getID()).isEqualTo("Nowhere/Else");
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void namesDatabasesAndRolesWithOddLetters() {
    String odd = "o'd\"d /?&%# näme";
    server.createDatabaseNamed("\"" + odd.replace("\"", "\"\"") + "\"");
    server.run("postgres", "CREATE ROLE \"od d/@:\" LOGIN");
    String name = PercentCoding.encodeStrictly(odd);
    try (Session session =
        open("postgresql://od%20d%2F%40%3A@localhost:" + server.port() + "/" + name)) {
      Query<String> query =
          new Query<>("x", "SELECT current_database() AS value", row -> row.text("value"));
      assertThat(session.ask(query)).containsExactly(odd);
      assertThat(session.ask(WHO)).containsExactly("od d/@:");
    }
  }

  @Test
  void leavesNoSessionBehindWhenItsCallerFails() throws SQLException {
    try (Connection connection = server.connect(database)) {
      assertThat(connection.isValid(1)).isTrue();
    }
    try (Session session = open(url("app", server.port(), database))) {
      catchThrowableOfType(
          IllegalArgumentException.class,
          () -> session.ask(new Query<>("x", "SELECT 1 AS one", row -> row.text("two"))));
    }
  }
}
