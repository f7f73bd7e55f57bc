package dev.dbpreflight.connect;

import static dev.dbpreflight.connect.Attempt.problem;
import static dev.dbpreflight.connect.Attempt.url;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Something else than PostgreSQL listens on the port. */
class ForeignServerTest {

  /** What it sends as soon as somebody connects; letters may be written as \\xNN. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HTTP/1.1 400 Bad Request\\x0d\\x0a | a web server (HTTP)",
        "SSH-2.0-OpenSSH_9.2p1\\x0d\\x0a | an SSH server",
        "\\x4a\\x00\\x00\\x00\\x0a8.4.3\\x00 | a MySQL or MariaDB server",
        "\\x45\\x00\\x00\\x00\\xff\\x69\\x04Host is blocked | a MySQL or MariaDB server",
        "\\x15\\x03\\x01\\x00\\x02\\x02\\x46 | a server that speaks TLS from the start, as for"
            + " HTTPS",
        "220 mail.example ESMTP\\x0d\\x0a | something that says \"220 mail.example ESMTP\"",
      })
  void isNamed(String bytes, String name) throws IOException {
    try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofPlatform().daemon().start(() -> send(listener, decoded(bytes)));
      for (String mode : new String[] {"", "?sslmode=require"}) {
        assertThat(problem(url("app", listener.getLocalPort(), "shop") + mode).problem().what())
            .as(mode)
            .isEqualTo(
                "cannot connect to \"localhost\" port "
                    + listener.getLocalPort()
                    + ": what listens there does not talk like a PostgreSQL server: it is "
                    + name);
      }
    }
  }

  private static byte[] decoded(String text) {
    StringBuilder decoded = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      if (text.startsWith("\\x", at)) {
        decoded.append((char) Integer.parseInt(text.substring(at + 2, at + 4), 16));
        at += 3;
      } else {
        decoded.append(text.charAt(at));
      }
    }
    return decoded.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void send(ServerSocket listener, byte[] bytes) {
    while (!listener.isClosed()) {
      try (Socket socket = listener.accept()) {
        socket.getOutputStream().write(bytes);
        // Closing with bytes unread would reset the connection before ours are read.
        socket.shutdownOutput();
        socket.getInputStream().readAllBytes();
      } catch (IOException e) {
        // The client has gone, or this is closed.
      }
    }
  }

  /** As somebody in the middle would answer who wants to read along. */
  @ParameterizedTest
  @CsvSource({
    "disable, 1",
    "allow, 1",
    "prefer, 1",
    "require, 0",
    "verify-ca, 0",
    "verify-full, 0"
  })
  void whoDeniesTlsLearnsNothingWhereItIsRequired(String mode, int logins) throws IOException {
    try (RefusingServer server = new RefusingServer("28P01", "no")) {
      String url = url("app", server.port(), "shop") + "?sslrootcert=system&sslmode=" + mode;
      String own = mode.startsWith("verify") ? url : url.replace("sslrootcert=system&", "");
      String what = problem(own).problem().what();
      assertThat(server.logins()).isEqualTo(logins);
      if (logins == 0) {
        assertThat(what).contains("it offers no TLS, and sslmode=" + mode);
      }
    }
  }

  @Test
  void aServerThatDiesWhileItIsLookedAtIsToldAsItWas() throws IOException {
    assertThat(Banner.at("500 1 127.0.0.1", Deadline.after(Duration.ofSeconds(5)))).isEmpty();
    assertThat(Banner.name(new byte[0])).isEmpty();
    assertThat(Banner.name("N".getBytes(StandardCharsets.US_ASCII))).isEmpty();
  }
}
