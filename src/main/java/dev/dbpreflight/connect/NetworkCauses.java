package dev.dbpreflight.connect;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** What keeps us from reaching a server, before it has said anything. */
final class NetworkCauses {
  private final Deadline deadline;

  NetworkCauses(Deadline deadline) {
    this.deadline = deadline;
  }

  /** Empty when the network is not the cause. */
  Optional<ConnectCause> of(PostgresUrl.Server server, Exception thrown, Duration limit) {
    String cannot = "cannot connect to " + server.title() + ": ";
    if (has(thrown, UnknownHostException.class)) {
      return cause(
          "cannot find the host \"" + server.host() + "\": no address is known for that name",
          "correct the host in the URL, or make this machine resolve it",
          Outlook.PASSING);
    }
    if (timedOut(thrown)) {
      return cause(cannot + waited(thrown, limit), patience(thrown), Outlook.SLOW);
    }
    if (has(thrown, InterruptedException.class)) {
      return cause(cannot + "the run was interrupted", "run this again", Outlook.SLOW);
    }
    if (has(thrown, NoRouteToHostException.class)) {
      return cause(
          cannot + "there is no way to that address",
          "check the network, VPN and firewalls between this machine and the server",
          Outlook.SLOW);
    }
    if (has(thrown, ConnectException.class)) {
      return cause(cannot + "connection refused", startServer(server), Outlook.PASSING);
    }
    if (has(thrown, SocketException.class) && server.usesSocketFile()) {
      return cause(
          cannot + "no server listens on that socket file", startServer(server), Outlook.PASSING);
    }
    if (hungUp(thrown)) {
      return cause(
          cannot + "the connection was closed before it was ready",
          "make sure that the port is a PostgreSQL server's, and read the server's log",
          Outlook.PASSING);
    }
    return Optional.empty();
  }

  private static Optional<ConnectCause> cause(String what, String next, Outlook outlook) {
    return Optional.of(new ConnectCause(what, next, outlook));
  }

  /** Whatever was there ended the connection before it was made; asked after the other causes. */
  static boolean hungUp(Exception thrown) {
    return (has(thrown, EOFException.class) || has(thrown, SocketException.class))
        && !has(thrown, ConnectException.class)
        && !has(thrown, NoRouteToHostException.class);
  }

  private static boolean timedOut(Exception thrown) {
    return has(thrown, AddressSocketFactory.NoAnswer.class)
        || has(thrown, SocketTimeoutException.class)
        || has(thrown, TimeoutException.class);
  }

  private static String waited(Exception thrown, Duration limit) {
    String within = " within " + Deadline.spoken(limit);
    return has(thrown, AddressSocketFactory.NoAnswer.class)
        ? "no answer" + within
        : "connected, but it did not let us in" + within;
  }

  private String patience(Exception thrown) {
    String option = deadline.passed() ? "--timeout" : "--connect-timeout";
    String check =
        has(thrown, AddressSocketFactory.NoAnswer.class)
            ? "check host, port and firewalls"
            : "make sure that a PostgreSQL server listens there, is not overloaded and nobody holds"
                + " a lock on its catalog";
    return check + "; for a slow one raise " + option;
  }

  private static String startServer(PostgresUrl.Server server) {
    String host = server.host().isEmpty() ? server.address() : server.host();
    return "start the server or correct host and port in the URL; to see whether it is up:"
        + " pg_isready"
        + (host.isEmpty() ? "" : " -h " + host)
        + " -p "
        + server.port();
  }

  static boolean has(Throwable thrown, Class<? extends Throwable> type) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
        .anyMatch(type::isInstance);
  }
}
