package dev.dbpreflight.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dbpreflight.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Somebody on the way answers in the server's place that there is no encryption. Who asked for it
 * is told so, and nothing but the question for it was ever sent.
 */
class DowngradeTest {
  private static final int QUESTION_BYTES = 8;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sslmode=require",
        "sslmode=verify-ca&sslrootcert=ROOT",
        "sslmode=verify-full&sslrootcert=ROOT",
        "sslrootcert=system",
        "requiressl=1"
      })
  void aServerThatRefusesEncryptionLearnsNothing(String parameters) throws Exception {
    Path root = Files.writeString(folder.resolve("root.crt"), CERTIFICATE);
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      CompletableFuture<byte[]> sent = CompletableFuture.supplyAsync(() -> refuse(server));

      ProblemException refused =
          open(server.getLocalPort(), parameters.replace("ROOT", root.toString()));

      assertThat(refused).isNotNull();
      assertThat(refused.problem().what()).contains("TLS");
      assertThat(sent.get()).as("what follows the question").isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gssencmode=require", "gssencmode=require&sslmode=disable"})
  void encryptionByKerberosIsNotLeftOutInSilence(String parameters) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      CompletableFuture<byte[]> sent = CompletableFuture.supplyAsync(() -> refuse(server));

      ProblemException refused = open(server.getLocalPort(), parameters);

      assertThat(refused).isNotNull();
      assertThat(new String(sent.get(), StandardCharsets.ISO_8859_1)).doesNotContain("app", "shop");
    }
  }

  private ProblemException open(int port, String parameters) {
    String url = "postgresql://app:pl4nted@127.0.0.1:" + port + "/shop?" + parameters;
    TargetFinder finder = new TargetFinder(Map.of(), folder, folder, "tester");
    return catchThrowableOfType(
        ProblemException.class,
        () ->
            Connector.open(
                    finder.find(Optional.of(url)),
                    new ConnectOptions(Deadline.after(Duration.ofSeconds(10))))
                .close());
  }

  /** All that clients send after being told no. */
  private static byte[] refuse(ServerSocket server) {
    ByteArrayOutputStream after = new ByteArrayOutputStream();
    try {
      server.setSoTimeout(5_000);
    } catch (IOException closed) {
      return new byte[0];
    }
    try (Socket client = server.accept()) {
      client.setSoTimeout(5_000);
      client.getInputStream().readNBytes(QUESTION_BYTES);
      client.getOutputStream().write('N');
      client.getInputStream().transferTo(after);
    } catch (IOException gone) {
      // Then it has sent no more.
    }
    return after.toByteArray();
  }

  /** Made for this test; nobody has its key any more. */
  private static final String CERTIFICATE =
      """
      -----BEGIN CERTIFICATE-----
      MIIBeTCCAR+gAwIBAgIUOKwXKqm4cvG35gBEFj24ZcuoHRYwCgYIKoZIzj0EAwIw
      ETEPMA0GA1UEAwwGbm9ib2R5MCAXDTI2MTEyNjEyMTU0MloYDzIxMjYxMTAyMTIx
      NTQyWjARMQ8wDQYDVQQDDAZub2JvZHkwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC
      AASRNO7psFJQRpuCR+oPjIM22cirArrSgD20ksVjzH/Y4a69SAMF+4cGjcKCTgim
      sauOXyytGy0pqFXd27mcEeKlo1MwUTAdBgNVHQ4EFgQUi7H42dmsMuwXcwzG8Mci
      WZvBdNMwHwYDVR0jBBgwFoAUi7H42dmsMuwXcwzG8MciWZvBdNMwDwYDVR0TAQH/
      BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiEAznnDAY74+h90sUuRA7cAt3WSm+gv
      cra8MpIElXdoQ3YCIDcDDieHHjofpqY8489dNf3oneU6uL7/EeooTBMONu6t
      -----END CERTIFICATE-----
      """;
}
