package dev.dbpreflight.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dbpreflight.problem.ProblemException;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What PgBouncer says when it lets nobody through, and what helps then. */
class PoolerRefusalsIT {
  @TempDir Path folder;
  private PostgresServer server;
  private Pooler pooler;

  @BeforeEach
  void start() throws Exception {
    server = Databases.newest();
    Path users = Files.writeString(folder.resolve("users"), "\"postgres\" \"\"\n");
    String place = "host=127.0.0.1 port=" + server.port() + " user=postgres ";
    pooler =
        Pooler.start(
            folder,
            String.join(
                "\n",
                "gone = host=127.0.0.1 port=1 user=postgres",
                "one = " + place + "dbname=postgres",
                "empty = " + place + "dbname=absent"),
            "auth_type = trust",
            "auth_file = " + users,
            "pool_mode = transaction",
            "default_pool_size = 1",
            "query_wait_timeout = 2",
            "max_client_conn = 2");
  }

  @AfterEach
  void stop() {
    pooler.close();
  }

  private ProblemException problem(String user, String database) {
    String url = "postgresql://" + user + "@127.0.0.1:" + pooler.port() + "/" + database;
    ProblemException thrown =
        catchThrowableOfType(
            ProblemException.class,
            () ->
                Connector.open(
                        DatabaseUrl.parse(url, "the test"),
                        new ConnectOptions(Deadline.after(Duration.ofSeconds(20))))
                    .close());
    assertThat(thrown).as(url).isNotNull();
    return thrown;
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "postgres, nowhere, no such database: nowhere, section [databases]",
        "postgres, empty, database \"absent\" does not exist, correct dbname of that entry",
        "nobody, one, \"trust\" authentication failed, auth_file",
        "postgres, gone, query_wait_timeout, whether it reaches its server",
      })
  void saysWhatThePoolerSays(String user, String database, String said, String next) {
    ProblemException thrown = problem(user, database);
    assertThat(thrown.problem().what())
        .isEqualTo(
            "cannot connect to \"127.0.0.1\" port "
                + pooler.port()
                + ": the pooler there says "
                + said);
    assertThat(thrown.problem().next()).contains(next);
  }

  @Test
  void saysThatItsConnectionsAreAllInUse() throws Exception {
    try (Connection other = connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("SELECT 1");
      assertThat(problem("postgres", "one").problem().what())
          .endsWith("the pooler there says query_wait_timeout");
      other.rollback();
    }
  }

  @Test
  void saysThatItTakesNoMoreClients() throws Exception {
    try (Connection one = connect();
        Connection other = connect()) {
      assertThat(one.isValid(5) && other.isValid(5)).isTrue();
      ProblemException thrown = problem("postgres", "one");
      assertThat(thrown.problem().what())
          .endsWith("the pooler there says no more connections allowed (max_client_conn)");
      assertThat(thrown.problem().next()).contains("max_client_conn");
    }
  }

  private Connection connect() throws Exception {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:"
            + pooler.port()
            + "/one?user=postgres&preferQueryMode=simple");
  }
}
