package dev.dbpreflight.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Through PgBouncer handing out sessions for one transaction only, one session for everybody. */
class PoolerIT {
  private static final Query<String> PID =
      new Query<>("pid", "SELECT pg_backend_pid()::text AS value", row -> row.text("value"));

  @TempDir Path folder;
  private Pooler pooler;
  private PostgresServer server;
  private String database;

  @BeforeEach
  void start() throws Exception {
    server = Databases.newest();
    database = server.createDatabase("CREATE TABLE item (id int)");
    pooler =
        Pooler.start(
            folder,
            "* = host=127.0.0.1 port=%d user=postgres".formatted(server.port()),
            "auth_type = any",
            "pool_mode = transaction",
            "default_pool_size = 1");
  }

  @AfterEach
  void stop() {
    pooler.close();
  }

  private Session open(String query) {
    String url = "postgresql://postgres@127.0.0.1:" + pooler.port() + "/" + database + query;
    return Connector.open(
        DatabaseUrl.parse(url, "the test"),
        new ConnectOptions(Deadline.after(Duration.ofSeconds(20))));
  }

  @Test
  void worksThroughAPoolerWithoutLeavingAnythingOnItsSession() {
    String pid;
    try (Session session = open("")) {
      pid = session.ask(PID).getFirst();
      assertThat(session.ask(PID)).containsExactly(pid);
    }
    // The next client gets the same session, with nothing of ours on it.
    try (Session session = open("")) {
      assertThat(session.ask(PID)).containsExactly(pid);
    }
    assertThat(server.strings("postgres", "SELECT state FROM pg_stat_activity WHERE pid = " + pid))
        .containsExactly("idle");
  }

  @Test
  void doesNotSeeTemporaryTablesOfAnEarlierClient() throws Exception {
    try (Connection other =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:"
                    + pooler.port()
                    + "/"
                    + database
                    + "?user=postgres&preferQueryMode=simple");
        Statement statement = other.createStatement()) {
      statement.execute("CREATE TEMP TABLE pg_class (relname text)");
    }
    try (Session session = open("")) {
      Query<Long> count =
          new Query<>("x", "SELECT count(*) AS n FROM pg_class", row -> row.number("n"));
      assertThat(session.ask(count).getFirst()).isGreaterThan(100L);
    }
  }

  @Test
  void saysWhichStartupParameterThePoolerRefuses() {
    assertThat(catchThrowable(() -> open("?options=-c%20geqo%3Doff").close()))
        .hasMessageContaining("the pooler there says unsupported startup parameter: options");
  }
}
