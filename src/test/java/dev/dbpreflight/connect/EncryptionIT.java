package dev.dbpreflight.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.problem.ProblemException;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.Fault;
import dev.dbpreflight.support.Fault.Effect;
import dev.dbpreflight.support.FaultProxy;
import dev.dbpreflight.support.PostgresServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Key;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What sslmode means, on a server with a certificate for "localhost" that signed itself. */
class EncryptionIT {
  private static final Query<Boolean> ENCRYPTED =
      new Query<>(
          "encryption",
          "SELECT ssl AS value FROM pg_stat_ssl WHERE pid = pg_backend_pid()",
          row -> row.flag("value"));

  private static final int PLACES = 60;

  /** The last answers are to the end of the transaction: nothing hangs on them. */
  private static final int FAREWELL = 200;

  @TempDir static Path folder;
  private static PostgresServer server;

  @BeforeAll
  static void offerEncryption() throws Exception {
    server = Databases.newest();
    writeCertificate("server", "localhost");
    writeCertificate("other", "localhost");
    server.run("postgres", "ALTER SYSTEM SET ssl_cert_file = '" + folder + "/server.crt'");
    server.run("postgres", "ALTER SYSTEM SET ssl_key_file = '" + folder + "/server.key'");
    server.run("postgres", "ALTER SYSTEM SET ssl = on");
    reload("on");
  }

  @AfterAll
  static void offerNoEncryption() throws Exception {
    server.run("postgres", "ALTER SYSTEM RESET ALL");
    reload("off");
  }

  private static void reload(String expected) throws InterruptedException {
    server.run("postgres", "SELECT pg_reload_conf()");
    for (int attempt = 0; attempt < 100; attempt++) {
      if (server.strings("postgres", "SHOW ssl").getFirst().equals(expected)) {
        return;
      }
      Thread.sleep(50);
    }
    throw new IllegalStateException("ssl did not become " + expected);
  }

  private static void writeCertificate(String name, String host) throws Exception {
    Path store = folder.resolve(name + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "key",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + host,
                "-ext",
                "san=dns:" + host,
                "-ext",
                "bc=ca:true",
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-keystore",
                store.toString())
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream input = Files.newInputStream(store)) {
      keys.load(input, "changeit".toCharArray());
    }
    Key key = keys.getKey("key", "changeit".toCharArray());
    writePem(name + ".crt", "CERTIFICATE", keys.getCertificate("key").getEncoded());
    writePem(name + ".key", "PRIVATE KEY", key.getEncoded());
  }

  private static void writePem(String name, String kind, byte[] content) throws Exception {
    Path file = folder.resolve(name);
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    Files.writeString(
        file, "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private static Session open(String host, String query) {
    String url = "postgresql://postgres@" + host + ":" + server.port() + "/postgres" + query;
    TargetFinder finder = new TargetFinder(Map.of(), folder, folder, "tester");
    return Connector.open(
        finder.find(Optional.of(url)), new ConnectOptions(Deadline.after(Duration.ofSeconds(20))));
  }

  @ParameterizedTest
  @CsvSource({
    "'', true",
    "?sslmode=disable, false",
    "?sslmode=allow, false",
    "?sslmode=prefer, true",
    "?sslmode=require, true",
    "?sslmode=require&sslnegotiation=direct, true",
    "?sslmode=verify-ca&sslrootcert=FOLDER/server.crt, true",
    "?sslmode=verify-full&sslrootcert=FOLDER/server.crt, true"
  })
  void encryptsAsTheModeSays(String query, boolean encrypted) {
    try (Session session = open("localhost", query.replace("FOLDER", folder.toString()))) {
      assertThat(session.ask(ENCRYPTED)).containsExactly(encrypted);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?sslmode=verify-ca&sslrootcert=FOLDER/other.crt",
        "?sslmode=verify-full&sslrootcert=FOLDER/other.crt",
        "?sslmode=require&sslrootcert=FOLDER/other.crt",
        "?sslmode=verify-full&sslrootcert=system"
      })
  void refusesACertificateOfAnotherIssuer(String query) {
    ProblemException thrown =
        catchThrowableOfType(
            ProblemException.class,
            () -> open("localhost", query.replace("FOLDER", folder.toString())).close());
    assertThat(thrown.problem().what())
        .isEqualTo(
            "cannot agree on TLS with \"localhost\" port "
                + server.port()
                + ": no issuer that is trusted here has signed its certificate");
    assertThat(thrown.problem().next()).startsWith("set sslrootcert to the certificate");
  }

  @Test
  void refusesACertificateForAnotherHost() {
    String query = "?sslrootcert=" + folder + "/server.crt&sslmode=verify-";
    try (Session session = open("127.0.0.1", query + "ca")) {
      assertThat(session.ask(ENCRYPTED)).containsExactly(true);
    }
    ProblemException thrown =
        catchThrowableOfType(
            ProblemException.class, () -> open("127.0.0.1", query + "full").close());
    assertThat(thrown.problem().what())
        .isEqualTo(
            "cannot agree on TLS with \"127.0.0.1\" port "
                + server.port()
                + ": its certificate is for another host than \"127.0.0.1\"");
    assertThat(thrown.problem().next())
        .contains("the host in the URL to a name in its certificate");
  }

  /**
   * Whoever sits between can add words of his own before the encryption begins. They must not pass
   * for the server's.
   */
  @Test
  void believesNothingThatCameBeforeTheEncryption() throws Exception {
    try (ServerSocket between = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofPlatform().daemon().start(() -> inject(between));
      String url =
          "postgresql://postgres@localhost:%d/postgres?sslmode=require"
              .formatted(between.getLocalPort());
      TargetFinder finder = new TargetFinder(Map.of(), folder, folder, "tester");
      ConnectOptions options = new ConnectOptions(Deadline.after(Duration.ofSeconds(10)));
      Optional<String> told;
      try (Session session = Connector.open(finder.find(Optional.of(url)), options)) {
        assertThat(session.ask(ENCRYPTED)).containsExactly(true);
        told = Optional.empty();
      } catch (ProblemException refused) {
        told = Optional.of(refused.problem().toString());
      }
      assertThat(told.orElse("")).doesNotContain("forged");
    }
  }

  private static void inject(ServerSocket between) {
    try (Socket client = between.accept();
        Socket real = new Socket(server.host(), server.port())) {
      real.getOutputStream().write(client.getInputStream().readNBytes(8));
      byte[] answer = real.getInputStream().readNBytes(1);
      byte[] words = "SFATAL\0C28P01\0Mforged\0\0".getBytes(StandardCharsets.US_ASCII);
      ByteBuffer forged =
          ByteBuffer.allocate(6 + words.length)
              .put(answer)
              .put((byte) 'E')
              .putInt(4 + words.length)
              .put(words);
      client.getOutputStream().write(forged.array());
      Thread back = Thread.ofPlatform().daemon().start(() -> pump(real, client));
      pump(client, real);
      back.join();
    } catch (IOException | InterruptedException gone) {
      // One side has gone.
    }
  }

  private static void pump(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException gone) {
      // One side has gone.
    }
  }

  @Test
  void comparesTheHostNotTheAddressWithTheCertificate() {
    String query = "?sslrootcert=" + folder + "/server.crt&sslmode=verify-full&hostaddr=127.0.0.1";
    try (Session session = open("localhost", query)) {
      assertThat(session.ask(ENCRYPTED)).containsExactly(true);
    }
  }

  @Test
  void saysWhenThereIsNothingToCheckTheCertificateWith() {
    for (String query : new String[] {"", "&sslrootcert=" + folder + "/absent.crt"}) {
      ProblemException thrown =
          catchThrowableOfType(
              ProblemException.class,
              () -> open("localhost", "?sslmode=verify-full" + query).close());
      assertThat(thrown.problem().what())
          .isEqualTo("cannot check the server's certificate: there is no root certificate");
    }
  }

  /** Wherever it breaks, in the handshake or after it. */
  @Test
  void saysThatTheConnectionWasEndedInsideTheEncryptedTalk() {
    long answer;
    try (FaultProxy proxy = FaultProxy.to(server)) {
      assertThat(encrypted(proxy)).containsExactly(true);
      answer = proxy.answeredBytes();
    }
    for (int place = 0; place < PLACES; place++) {
      Effect effect = place % 2 == 0 ? Effect.RESET : Effect.END;
      Fault fault = Fault.afterBytes((answer - FAREWELL) * place / PLACES, effect);
      try (FaultProxy proxy = FaultProxy.to(server).with(fault)) {
        ProblemException thrown =
            catchThrowableOfType(ProblemException.class, () -> encrypted(proxy));
        assertThat(thrown).as(fault.toString()).isNotNull();
        assertThat(thrown.exitCode()).isEqualTo(ExitCode.INCONCLUSIVE);
        assertThat(thrown.problem().what())
            .as(fault.toString())
            .containsAnyOf("the connection was closed before it was ready", "ended the connection");
      }
    }
  }

  private static List<Boolean> encrypted(FaultProxy proxy) {
    String url = proxy.url("postgres") + "?sslmode=require";
    try (Session session =
        Connector.open(
            DatabaseUrl.parse(url, "the test"),
            new ConnectOptions(Deadline.after(Duration.ofSeconds(20))))) {
      return session.ask(ENCRYPTED);
    }
  }
}
