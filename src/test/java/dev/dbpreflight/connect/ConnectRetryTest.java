package dev.dbpreflight.connect;

import static dev.dbpreflight.connect.Attempt.url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dbpreflight.problem.Interruption;
import dev.dbpreflight.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connecting again and again without waiting: time passes as soon as somebody asks for a pause. */
class ConnectRetryTest {
  private final List<String> told = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();
  private final List<RefusingServer> servers = new ArrayList<>();
  private IntConsumer duringPause = number -> {};

  @AfterEach
  void closeServers() throws IOException {
    for (RefusingServer server : servers) {
      server.close();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private RefusingServer server(int port, String state, String text) {
    try {
      RefusingServer server = new RefusingServer(port, state, text);
      servers.add(server);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ProblemException stopped(String url, Duration limit) {
    ProblemException thrown =
        catchThrowableOfType(ProblemException.class, () -> open(url, limit).close());
    assertThat(thrown).as(url).isNotNull();
    return thrown;
  }

  private Session open(String url, Duration limit) {
    return Connector.open(
        DatabaseUrl.parse(url, "DATABASE_URL"),
        new ConnectOptions(
            Deadline.after(Duration.ofSeconds(20)),
            Optional.of(Duration.ofSeconds(5)),
            new Retry(limit, new QuickTime(), told::add),
            new Interruption()));
  }

  @Test
  void triesUntilTheServerHasStartedAndNotOnceMoreAfterAWrongPassword() throws IOException {
    int port = freePort();
    duringPause =
        number -> {
          if (number == 2) {
            server(port, "57P03", "the database system is starting up");
          } else if (number == 3) {
            servers.getFirst().says("28P01", "password authentication failed");
          }
        };

    ProblemException thrown = stopped(url("app", port, "shop"), Duration.ofSeconds(10));

    String there = "\"localhost\" port " + port;
    assertThat(told)
        .containsExactly(
            "attempt 1 to connect: cannot connect to "
                + there
                + ": connection refused; next in 250 ms",
            "attempt 2 to connect: cannot connect to "
                + there
                + ": connection refused; next in 500 ms",
            "attempt 3 to connect: cannot connect to "
                + there
                + ": the database system is starting up; next in 1 s",
            "attempt 4 to connect: cannot log in to "
                + there
                + " as \"app\": the password is wrong or the role does not exist");
    assertThat(thrown.problem().what()).endsWith("the role does not exist; tried 4 times in 1.8 s");
    assertThat(thrown.isLasting()).isTrue();
    assertThat(servers.getFirst().logins()).isEqualTo(2);
  }

  @Test
  void givesUpWhenTheTimeIsOver() throws IOException {
    ProblemException thrown = stopped(url("app", freePort(), "shop"), Duration.ofSeconds(5));

    assertThat(pauses)
        .extracting(Duration::toMillis)
        .containsExactly(250L, 500L, 1000L, 2000L, 1250L);
    assertThat(told).hasSize(6).last().asString().endsWith("refused; the time is over");
    assertThat(thrown.problem().what()).endsWith("refused; tried 6 times in 5 s");
  }

  @Test
  void aNameThatIsNotKnownMayBeKnownInAMoment() {
    ProblemException thrown =
        stopped("postgresql://app@no-such-host.invalid/shop", Duration.ofSeconds(5));

    assertThat(told).hasSize(6);
    assertThat(thrown.problem().what())
        .startsWith("cannot find the host \"no-such-host.invalid\"")
        .endsWith("; tried 6 times in 5 s");
  }

  @Test
  void oneAttemptSaysNothingOfAttempts() throws IOException {
    ProblemException thrown = stopped(url("app", freePort(), "shop"), Duration.ZERO);

    assertThat(told).isEmpty();
    assertThat(thrown.problem().what()).endsWith(": connection refused");
  }

  @Test
  void pausesNoLongerThanTheWholeRunMayTake() throws IOException {
    stopped(url("app", freePort(), "shop"), Duration.ofHours(1));

    assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
        .isBetween(Duration.ofSeconds(15), Duration.ofSeconds(20));
  }

  @Test
  void triesAgainAsLongAsOneOfSeveralServersMayCome() throws IOException {
    RefusingServer missing = server(0, "08P01", "no such database: shop");
    String hosts = "localhost:" + freePort() + ",localhost:" + missing.port();

    stopped("postgresql://app@" + hosts + "/shop", Duration.ofMillis(250));

    assertThat(told).hasSize(2);
    assertThat(missing.logins()).isEqualTo(2);
  }

  @Test
  void anInterruptionEndsIt() throws IOException {
    duringPause = number -> Thread.currentThread().interrupt();

    stopped(url("app", freePort(), "shop"), Duration.ofSeconds(5));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(told).hasSize(1);
  }

  /** Only what a moment can heal. Each state with one that the server or a pooler sends it with. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "57P03, the database system is starting up, 2",
        "57P03, the database system is shutting down, 2",
        "57P01, terminating connection due to administrator command, 2",
        "53300, `sorry, too many clients already`, 2",
        "08006, something broke, 2",
        "08P01, no more connections allowed (max_client_conn), 2",
        "08P01, pgbouncer cannot connect to server, 2",
        "08P01, no such database: shop, 1",
        "08P01, unsupported startup parameter: options, 1",
        "08P01, no such user: app, 1",
        "08P01, SSL required, 1",
        "28P01, password authentication failed, 1",
        "28000, no pg_hba.conf entry, 1",
        "3D000, database \"shop\" does not exist, 1",
        "42501, permission denied, 1",
        "55000, database \"shop\" is not currently accepting connections, 1",
        "XX000, whatever, 1"
      })
  void triesAgainOnlyWhatAMomentCanHeal(String state, String text, int attempts) {
    RefusingServer server = server(0, state, text);

    // Where encryption is only preferred, the driver itself tries once more without.
    String plain = "/shop?sslmode=disable";
    stopped("postgresql://app@localhost:" + server.port() + plain, Duration.ofMillis(250));

    assertThat(server.logins()).isEqualTo(attempts);
  }

  private final class QuickTime implements Pauses {
    private long now;

    @Override
    public long nanoTime() {
      return now;
    }

    @Override
    public double chance() {
      return 1;
    }

    @Override
    public void pause(Duration length) throws InterruptedException {
      pauses.add(length);
      now += length.toNanos();
      duringPause.accept(pauses.size());
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }
}
