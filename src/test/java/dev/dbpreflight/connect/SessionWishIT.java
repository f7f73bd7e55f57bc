package dev.dbpreflight.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dbpreflight.problem.ProblemException;
import dev.dbpreflight.support.OwnServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of a primary and its standby each value of target_session_attrs takes. */
class SessionWishIT {
  private static final Query<String> PORT =
      new Query<>("port", "SELECT current_setting('port') AS value", row -> row.text("value"));

  private static OwnServer primary;
  private static OwnServer standby;

  @BeforeAll
  static void start() throws Exception {
    primary = OwnServer.start(Map.of("fsync", "on"), "host all all all trust");
    primary.run(
        "CREATE ROLE reader LOGIN", "ALTER ROLE reader SET default_transaction_read_only = on");
    standby = primary.standby();
  }

  @AfterAll
  static void stop() throws Exception {
    standby.close();
    primary.close();
  }

  private static Session open(String user, String hosts, String wish) {
    String url =
        "postgresql://"
            + user
            + "@"
            + hosts
                .replace("primary", "localhost:" + primary.port())
                .replace("standby", "localhost:" + standby.port())
            + "/postgres?target_session_attrs="
            + wish;
    return Connector.open(
        DatabaseUrl.parse(url, "the test"),
        new ConnectOptions(Deadline.after(Duration.ofSeconds(20))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "postgres | primary,standby | any            | primary",
        "postgres | standby,primary | any            | standby",
        "postgres | standby,primary | read-write     | primary",
        "postgres | primary,standby | read-only      | standby",
        "postgres | standby,primary | primary        | primary",
        "postgres | primary,standby | standby        | standby",
        "postgres | primary,standby | prefer-standby | standby",
        "postgres | primary         | prefer-standby | primary",
        "reader   | primary,standby | read-only      | primary",
        "reader   | standby,primary | primary        | primary",
      })
  void takesTheServerThatIsWanted(String user, String hosts, String wish, String taken) {
    try (Session session = open(user, hosts, wish)) {
      int port = taken.equals("primary") ? primary.port() : standby.port();
      assertThat(session.ask(PORT)).containsExactly("" + port);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "postgres | primary | read-only",
        "postgres | primary | standby",
        "postgres | standby | read-write",
        "postgres | standby | primary",
        "reader   | primary | read-write",
      })
  void saysThatTheServerIsNotTheOneThatIsWanted(String user, String hosts, String wish) {
    ProblemException thrown =
        catchThrowableOfType(ProblemException.class, () -> open(user, hosts, wish).close());
    assertThat(thrown.problem().what()).endsWith(": it is not " + wish);
  }

  @Test
  void namesEachServerThatIsNotWanted() {
    ProblemException thrown =
        catchThrowableOfType(
            ProblemException.class, () -> open("reader", "primary,standby", "read-write").close());
    assertThat(thrown.problem().what())
        .startsWith("cannot connect to any of 2 servers: ")
        .contains("port " + primary.port(), "port " + standby.port());
  }
}
