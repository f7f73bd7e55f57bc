package dev.dbpreflight.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.ExternalTool;
import dev.dbpreflight.support.PostgresServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Through PgBouncer handing out sessions for one transaction only, one session for everybody. */
class PoolerIT {
  private static final Query<String> PID =
      new Query<>("pid", "SELECT pg_backend_pid()::text AS value", row -> row.text("value"));

  @TempDir Path folder;
  private Process pooler;
  private int port;
  private PostgresServer server;
  private String database;

  @BeforeEach
  void start() throws Exception {
    String program = ExternalTool.PGBOUNCER.require().toString();
    server = Databases.newest();
    database = server.createDatabase("CREATE TABLE item (id int)");
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    // It refuses to run as root, so another user must be able to read this.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path configuration = folder.resolve("pgbouncer.ini");
    Files.writeString(
        configuration,
        """
        [databases]
        * = host=127.0.0.1 port=%d user=postgres
        [pgbouncer]
        listen_addr = 127.0.0.1
        listen_port = %d
        unix_socket_dir =
        auth_type = any
        pool_mode = transaction
        default_pool_size = 1
        """
            .formatted(server.port(), port));
    pooler =
        new ProcessBuilder(command(program, configuration.toString()))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    awaitPort();
  }

  private static List<String> command(String program, String configuration) {
    return System.getProperty("user.name").equals("root")
        ? List.of("setpriv", "--reuid=65534", "--clear-groups", program, configuration)
        : List.of(program, configuration);
  }

  private void awaitPort() throws Exception {
    for (int attempt = 0; attempt < 100; attempt++) {
      try (Socket socket = new Socket("127.0.0.1", port)) {
        assertThat(socket.isConnected()).isTrue();
        return;
      } catch (IOException e) {
        Thread.sleep(50);
      }
    }
    throw new IllegalStateException(Files.readString(folder.resolve("log")));
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (pooler != null) {
      pooler.destroy();
      assertThat(pooler.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  private Session open(String query) {
    String url = "postgresql://postgres@127.0.0.1:" + port + "/" + database + query;
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
                    + port
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
