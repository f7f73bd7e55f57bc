package dev.dbpreflight.connect;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Tries the servers of a URL in their order, as libpq does, until one lets the user in. */
final class PostgresConnector {
  /** What the driver's own limits get on top, so that their more telling error comes first. */
  private static final Duration GRACE = Duration.ofMillis(250);

  /** Held, because a logger that nobody holds forgets its level. */
  private static final Logger DRIVER = Logger.getLogger("org.postgresql");

  static {
    // It would write to stderr what a problem says too, with names of its classes.
    DRIVER.setLevel(Level.OFF);
    // Java would remember for ten seconds that a name is not known, and it may be by the next try.
    Security.setProperty("networkaddress.cache.negative.ttl", "0");
  }

  private final PostgresUrl url;
  private final ConnectOptions options;
  private final Deadline deadline;
  private final Duration connectTimeout;
  private final PostgresProblems problems;

  PostgresConnector(PostgresUrl url, ConnectOptions options) {
    this.url = url;
    this.options = options;
    this.deadline = options.deadline();
    this.connectTimeout =
        options.connectTimeout().orElseGet(() -> timeout(url.setting("connect_timeout")));
    this.problems = new PostgresProblems(url, deadline);
  }

  /** libpq: zero or less means to wait without a limit of its own. */
  private Duration timeout(String seconds) {
    if (!seconds.matches("-?[0-9]{1,6}")) {
      return ConnectOptions.DEFAULT_CONNECT_TIMEOUT;
    }
    Duration timeout = Duration.ofSeconds(Integer.parseInt(seconds));
    return timeout.isPositive() ? timeout : deadline.limit();
  }

  Session open() {
    requireRootCertificate();
    return new ConnectAttempts(options).open(this::round);
  }

  private Session round() throws Rejected {
    List<Rejected> failures = new ArrayList<>();
    for (SessionWish wish : SessionWish.of(url.setting("target_session_attrs"))) {
      for (PostgresUrl.Server server : url.servers()) {
        try {
          PostgresSession session = open(server);
          if (wish.accepts(session)) {
            return session;
          }
          session.close();
          failures.add(problems.notWanted(server, wish));
        } catch (Rejected e) {
          if (e.endsSearch()) {
            throw e;
          }
          failures.add(e);
        }
      }
    }
    throw problems.noServer(failures);
  }

  /** The driver would only say so after connecting, and not name the parameter. */
  private void requireRootCertificate() {
    String root = url.setting("sslrootcert");
    boolean verifies = PostgresProperties.mode(url).startsWith("verify-");
    if (verifies && !root.equals("system") && (root.isEmpty() || !Files.exists(Path.of(root)))) {
      throw Refusal.of(
          "cannot check the server's certificate: there is no root certificate",
          url.place(),
          "set sslrootcert to the certificate of the server's issuer, or to \"system\"");
    }
  }

  private PostgresSession open(PostgresUrl.Server server) throws Rejected {
    Connected connected = connect(server);
    PostgresSession session =
        new PostgresSession(url, connected.connection(), connected.way(), options, problems);
    try {
      session.begin();
      return session;
    } catch (SQLException e) {
      Exception cause = deadline.passed() ? late(e) : e;
      session.close();
      throw rejected(server, cause, Optional::empty);
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  /** Broken off by ourselves, whatever it looks like. */
  private static Exception late(SQLException brokenOff) {
    Exception late = new TimeoutException(brokenOff.getMessage());
    late.initCause(brokenOff);
    return late;
  }

  private Rejected rejected(
      PostgresUrl.Server server, Exception cause, Supplier<Optional<String>> banner) {
    return problems.connecting(server, cause, waited(), banner);
  }

  /** What a message says; when it is said, nothing may be left of the deadline. */
  private Duration waited() {
    return connectTimeout.compareTo(deadline.limit()) < 0 ? connectTimeout : deadline.limit();
  }

  /** A connection and the way it was made. */
  private record Connected(Connection connection, Reached way) {}

  private Connected connect(PostgresUrl.Server server) throws Rejected {
    Deadline own = Deadline.after(deadline.atMost(connectTimeout));
    if (server.usesSocketFile()) {
      Path file = Path.of(server.host(), ".s.PGSQL." + server.port());
      return attempt(server, AddressSocketFactory.target(own.remaining(), file), own.remaining());
    }
    List<InetAddress> addresses = addresses(server, own.remaining());
    Rejected last = null;
    for (int at = 0; at < addresses.size(); at++) {
      Duration share = own.remaining().dividedBy(addresses.size() - at);
      String target = AddressSocketFactory.target(share, addresses.get(at), server.port());
      try {
        return attempt(server, target, share);
      } catch (Rejected e) {
        last = e;
        if (e.endsSearch()) {
          break;
        }
      }
    }
    throw last;
  }

  private List<InetAddress> addresses(PostgresUrl.Server server, Duration limit) throws Rejected {
    String host =
        Stream.of(server.address(), server.host(), "localhost")
            .filter(name -> !name.isEmpty())
            .findFirst()
            .orElseThrow();
    try {
      return Bounded.call(limit, () -> List.of(InetAddress.getAllByName(host)), late -> {});
    } catch (Exception e) {
      throw rejected(server, e, Optional::empty);
    }
  }

  private Connected attempt(PostgresUrl.Server server, String target, Duration limit)
      throws Rejected {
    try {
      Reached way =
          new Reached(
              Drivers.of(Drivers.POSTGRESQL),
              PostgresProperties.url(url, server),
              PostgresProperties.of(url, server, target, limit));
      Connection connection =
          Bounded.call(limit.plus(GRACE), way::connect, PostgresConnector::closeQuietly);
      return new Connected(connection, way);
    } catch (Exception e) {
      throw rejected(server, e, () -> Banner.at(target, deadline));
    }
  }

  private static void closeQuietly(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // It came too late and nobody waits for it.
    }
  }
}
