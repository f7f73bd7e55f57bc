package dev.dbpreflight.connect;

import static dev.dbpreflight.connect.Attempt.PASSWORD;
import static dev.dbpreflight.connect.Attempt.problem;
import static dev.dbpreflight.connect.Attempt.url;
import static dev.dbpreflight.connect.Attempt.what;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.problem.ProblemException;
import dev.dbpreflight.support.BlackHole;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Where no PostgreSQL server answers: real sockets that are closed, silent, slow or something else.
 */
class UnreachableServerTest {
  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void saysThatNobodyListens() throws IOException {
    int port = freePort();
    ProblemException thrown = problem(url("app", port, "shop"));
    assertThat(thrown.problem().what())
        .isEqualTo("cannot connect to \"localhost\" port " + port + ": connection refused");
    assertThat(thrown.problem().where())
        .isEqualTo("postgresql://app@localhost:" + port + "/shop  (from DATABASE_URL)");
    assertThat(thrown.problem().next()).endsWith("pg_isready -h localhost -p " + port);
  }

  @Test
  void saysThatTheHostIsUnknown() {
    assertThat(what("postgresql://app:" + PASSWORD + "@no-such-host.invalid/db"))
        .isEqualTo(
            "cannot find the host \"no-such-host.invalid\": no address is known for that name");
  }

  @Test
  void endsWhenTheServerAcceptsAndStaysSilent() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      assertThat(what(url("app", silent.getLocalPort(), "shop")))
          .contains("connected, but it did not let us in within 2 s");
    }
  }

  @Test
  void endsWhenTheServerDripsBytesForEver() throws Exception {
    try (ServerSocket dripping = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofPlatform().daemon().start(() -> drip(dripping));
      assertThat(what(url("app", dripping.getLocalPort(), "shop")))
          .contains("connected, but it did not let us in within 2 s");
    }
  }

  /** No TLS, and then a message that never ends. */
  private static void drip(ServerSocket server) {
    try (Socket socket = server.accept()) {
      socket.getOutputStream().write('N');
      socket.getOutputStream().write(new byte[] {'E', 0, 0, 0x40, 0});
      while (true) {
        socket.getOutputStream().write('S');
        Thread.sleep(100);
      }
    } catch (IOException | InterruptedException e) {
      // The client has gone.
    }
  }

  @Test
  void endsWhenNobodyAcceptsTheConnection() {
    try (BlackHole hole = new BlackHole()) {
      assertThat(what("postgresql://app:" + PASSWORD + "@127.0.0.1:" + hole.port() + "/db"))
          .endsWith(": no answer within 2 s");
    }
  }

  @Test
  void saysThatSomethingElseListens() throws IOException {
    try (ServerSocket web = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofPlatform().daemon().start(() -> answerLikeAWebServer(web));
      assertThat(what(url("app", web.getLocalPort(), "shop")))
          .startsWith("cannot connect to \"localhost\" port " + web.getLocalPort() + ": what")
          .contains("does not talk like a PostgreSQL server");
    }
  }

  private static void answerLikeAWebServer(ServerSocket web) {
    try {
      while (true) {
        try (Socket socket = web.accept()) {
          socket
              .getOutputStream()
              .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  @Test
  void saysThatTheConnectionWasClosedAtOnce() throws IOException {
    try (ServerSocket rude = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofPlatform()
          .daemon()
          .start(
              () -> {
                try {
                  while (true) {
                    rude.accept().close();
                  }
                } catch (IOException e) {
                  // Closed.
                }
              });
      assertThat(what(url("app", rude.getLocalPort(), "shop")))
          .endsWith("the connection was closed before it was ready");
    }
  }

  @Test
  void namesEveryServerThatFailed() throws IOException {
    int first = freePort();
    int second = freePort();
    String hosts = "localhost:" + first + ",localhost:" + second;
    assertThat(what("postgresql://app:" + PASSWORD + "@" + hosts + "/shop"))
        .isEqualTo(
            "cannot connect to any of 2 servers: cannot connect to \"localhost\" port "
                + first
                + ": connection refused; cannot connect to \"localhost\" port "
                + second
                + ": connection refused");
  }

  /** What a server or pooler answers on being asked to let somebody in; state, text, our words. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "57P03, the database system is starting up, cannot connect to SERVER: TEXT",
        "57P03, the database system is in recovery mode, cannot connect to SERVER: TEXT",
        "57P01, terminating connection due to administrator command, cannot connect to SERVER:"
            + " TEXT",
        "53300, `sorry, too many clients already`, cannot connect to SERVER: TEXT",
        "28P01, password authentication failed for user \"app\", cannot log in to SERVER as"
            + " \"app\": the password is wrong or the role does not exist",
        "28000, `no pg_hba.conf entry for host \"::1\", no encryption`,"
            + " cannot log in to SERVER as \"app\": TEXT",
        "3D000, `database \"shop\" does not exist`, cannot find the database \"shop\" on SERVER",
        "55000, database \"shop\" is not currently accepting connections,"
            + " cannot connect to SERVER: TEXT",
        "08P01, unsupported startup parameter: options,"
            + " cannot connect to SERVER: the pooler there says TEXT",
        "08P01, no more connections allowed (max_client_conn), cannot connect to SERVER: the pooler"
            + " there says TEXT",
        "08P01, something new, cannot connect to SERVER: TEXT",
        "XX000, the password is pl4nted-pl4nted, cannot connect to SERVER: the password is ****",
      })
  void passesOnWhatTheServerSays(String state, String text, String expected) throws IOException {
    try (RefusingServer listener = new RefusingServer(state, text)) {
      String server = "\"localhost\" port " + listener.port();
      assertThat(what(url("app", listener.port(), "shop")))
          .isEqualTo(expected.replace("SERVER", server).replace("TEXT", text));
    }
  }

  @ParameterizedTest
  @CsvSource({"3D000", "42501"})
  void namesInARemedyCannotEndTheirQuotation(String state) throws IOException {
    try (RefusingServer listener = new RefusingServer(state, "no")) {
      String hostile = "a%22%3B%20drop%20database%20x%3B%20--";
      assertThat(problem(url(hostile, listener.port(), hostile)).problem().next())
          .contains("\"a\"\"; drop database x; --\"")
          .doesNotContain("\"a\"; drop");
    }
  }

  /** What time alone does not mend: trying again could lock an account. */
  @ParameterizedTest
  @CsvSource({
    "57P03, false",
    "57P01, false",
    "53300, false",
    "3D000, false",
    "55000, false",
    "08P01, false",
    "28P01, true",
    "28000, true",
    "42501, true"
  })
  void knowsWhatOnlyAPersonCanMend(String state, boolean lasting) throws IOException {
    try (RefusingServer listener = new RefusingServer(state, "no")) {
      ProblemException thrown = problem(url("app", listener.port(), "shop"));
      assertThat(thrown.isLasting()).isEqualTo(lasting);
    }
  }

  @Test
  void aServerThatIsNotThereMayCome() throws IOException {
    assertThat(problem(url("app", freePort(), "shop")).isLasting()).isFalse();
    assertThat(problem("postgresql://no-such-host.invalid/shop").isLasting()).isFalse();
  }
}
