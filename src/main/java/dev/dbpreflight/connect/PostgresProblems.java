package dev.dbpreflight.connect;

import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.problem.Problem;
import dev.dbpreflight.problem.ProblemException;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Turns what goes wrong on the way to a server into a cause and a next step. */
final class PostgresProblems {
  /** What a server puts before its text, in its own language. */
  private static final Pattern SEVERITY = Pattern.compile("^\\p{Lu}+: +");

  private static final String WHY = "without a connection nothing was checked";

  private final PostgresUrl url;
  private final Deadline deadline;
  private final Scrubber scrubber;

  PostgresProblems(PostgresUrl url, Deadline deadline) {
    this.url = url;
    this.deadline = deadline;
    this.scrubber =
        Scrubber.of(
            Stream.concat(
                url.servers().stream().map(PostgresUrl.Server::password),
                Stream.of(url.keyPassword())));
  }

  /** What a message says and advises; the rest is the same for all. */
  private record Cause(String what, String next) {}

  /** As libpq: what a server answered holds for the other servers too, unless it is starting. */
  static boolean endsSearch(Exception thrown) {
    String state = thrown instanceof SQLException sql ? sql.getSQLState() : null;
    return state != null && !state.startsWith("08") && !state.equals("57P03");
  }

  ProblemException connecting(PostgresUrl.Server server, Exception thrown, Duration limit) {
    String state = thrown instanceof SQLException sql ? "" + sql.getSQLState() : "";
    Cause cause = networkCause(server, thrown, limit);
    if (cause == null && state.equals("08P01")) {
      boolean said = SEVERITY.matcher("" + thrown.getMessage()).find();
      cause = protocolCause(server, firstLine(thrown), said);
    }
    boolean lasting = cause == null && refuses(state);
    if (cause == null) {
      cause = encryptionCause(server, thrown, state);
      lasting |= cause != null;
    }
    if (cause == null) {
      cause = serverCause(server, firstLine(thrown), state);
    }
    return problem(cause, thrown, lasting);
  }

  /**
   * The server knows whom it does not let in. Trying again would lock accounts where failed logins
   * are counted; a database that is missing may be on its way.
   */
  private static boolean refuses(String state) {
    return state.startsWith("28") || state.equals("08004") || state.equals("42501");
  }

  private ProblemException problem(Cause cause, Throwable thrown, boolean lasting) {
    Problem problem = new Problem(cause.what(), url.place(), WHY, cause.next(), detail(thrown));
    return new ProblemException(ExitCode.INCONCLUSIVE, problem, scrubber.clean(thrown), lasting);
  }

  private Cause networkCause(PostgresUrl.Server server, Exception thrown, Duration limit) {
    String title = server.title();
    String waited = Deadline.spoken(limit);
    if (has(thrown, UnknownHostException.class)) {
      return new Cause(
          "cannot find the host \"" + server.host() + "\": no address is known for that name",
          "correct the host in the URL, or make this machine resolve it");
    }
    if (has(thrown, AddressSocketFactory.NoAnswer.class)) {
      return new Cause(
          "cannot connect to " + title + ": no answer within " + waited,
          "check host, port and firewalls; " + longer());
    }
    if (has(thrown, SocketTimeoutException.class) || has(thrown, TimeoutException.class)) {
      return new Cause(
          "cannot connect to " + title + ": connected, but it did not let us in within " + waited,
          "make sure that a PostgreSQL server listens there and is not overloaded; " + longer());
    }
    if (has(thrown, NoRouteToHostException.class)) {
      return new Cause(
          "cannot connect to " + title + ": there is no way to that address",
          "check the network, VPN and firewalls between this machine and the server");
    }
    if (has(thrown, ConnectException.class)) {
      return new Cause("cannot connect to " + title + ": connection refused", startServer(server));
    }
    if (has(thrown, SocketException.class) && server.usesSocketFile()) {
      return new Cause(
          "cannot connect to " + title + ": no server listens on that socket file",
          startServer(server));
    }
    if (has(thrown, EOFException.class) || has(thrown, SocketException.class)) {
      return new Cause(
          "cannot connect to " + title + ": the connection was closed before it was ready",
          "make sure that the port is a PostgreSQL server's, and read the server's log");
    }
    return null;
  }

  private static String startServer(PostgresUrl.Server server) {
    String host = server.host().isEmpty() ? server.address() : server.host();
    return "start the server or correct host and port in the URL; to see whether it is up:"
        + " pg_isready"
        + (host.isEmpty() ? "" : " -h " + host)
        + " -p "
        + server.port();
  }

  private String longer() {
    return deadline.passed()
        ? "for a slow one raise --timeout"
        : "for a slow one raise --connect-timeout";
  }

  private Cause encryptionCause(PostgresUrl.Server server, Exception thrown, String state) {
    String text = firstLine(thrown);
    String mode = PostgresProperties.mode(url);
    boolean mentionsTls = text.contains("SSL") || text.contains("TLS");
    if (state.equals("08004") && mentionsTls) {
      return new Cause(
          "cannot connect to " + server.title() + ": it offers no TLS, and sslmode=" + mode,
          "turn on ssl in postgresql.conf, or use sslmode=prefer on a network you trust");
    }
    boolean fromUs = state.startsWith("08") || state.isEmpty();
    if (has(thrown, SSLException.class) || (fromUs && mentionsTls) || text.contains("verified")) {
      Throwable root = root(thrown);
      String reason = root.getMessage() == null ? text : firstLine(root);
      return new Cause(
          "cannot agree on TLS with " + server.title() + ": " + reason,
          mode.startsWith("verify")
              ? "set sslrootcert to the certificate of the server's issuer, and the host in the URL"
                  + " to a name in its certificate"
              : "check sslmode, sslrootcert, sslcert and sslkey");
    }
    return null;
  }

  private Cause serverCause(PostgresUrl.Server server, String text, String state) {
    String title = server.title();
    String login = "cannot log in to " + title + " as \"" + url.user() + "\": ";
    String database = "\"" + url.database() + "\"";
    return switch (state) {
      case "28P01" ->
          new Cause(
              login + "the password is wrong or the role does not exist",
              "correct the password in the URL, PGPASSWORD or the password file");
      case "28000" -> new Cause(login + text, admission(text));
      case "08004" ->
          new Cause(
              login + "it asks for a password and none is known",
              "set PGPASSWORD, or add a line to ~/.pgpass: host:port:database:user:password");
      case "3D000" ->
          new Cause(
              "cannot find the database " + database + " on " + title,
              "create it (CREATE DATABASE " + database + ";) or correct its name in the URL");
      case "42501" ->
          new Cause(
              login + text,
              "GRANT CONNECT ON DATABASE " + database + " TO \"" + url.user() + "\";");
      case "53300" ->
          new Cause(
              "cannot connect to " + title + ": " + text,
              "close sessions that are not needed, or raise max_connections");
      case "57P01", "57P02", "57P03" ->
          new Cause(
              "cannot connect to " + title + ": " + text,
              "wait until the server accepts connections, then run this again");
      default ->
          new Cause("cannot connect to " + title + ": " + text, "see in the server's log why");
    };
  }

  /** PgBouncer sends this state for most of what it refuses; so does the driver for nonsense. */
  private static Cause protocolCause(PostgresUrl.Server server, String text, boolean said) {
    String cannot = "cannot connect to " + server.title() + ": ";
    if (text.contains("startup parameter")) {
      return new Cause(
          cannot + "the pooler there says " + text,
          "add that parameter to ignore_startup_parameters, or take it out of the URL");
    }
    return said
        ? new Cause(cannot + text, "see in the pooler's or the server's log why")
        : new Cause(
            cannot + "what listens there does not talk like a PostgreSQL server: " + text,
            "make sure that the port is a PostgreSQL server's or a pooler's");
  }

  private static String admission(String text) {
    if (text.contains("no encryption") || text.contains("SSL off")) {
      return "use sslmode=require, or admit this connection in the server's pg_hba.conf";
    }
    if (text.contains("pg_hba.conf")) {
      return "admit this user, database and address in the server's pg_hba.conf";
    }
    return "correct the user in the URL, or create the role and let it log in";
  }

  ProblemException notWanted(PostgresUrl.Server server, SessionWish wish) {
    return problem(
        new Cause(
            "cannot use " + server.title() + ": it is not " + wish.title(),
            "correct target_session_attrs, or name the server that is " + wish.title()),
        null,
        false);
  }

  /** The last word when no server worked out: its own problem if there was only one. */
  ProblemException noServer(List<ProblemException> failures) {
    if (failures.size() == 1) {
      return failures.getFirst();
    }
    ProblemException last = failures.getLast();
    String all =
        failures.stream()
            .map(failure -> failure.problem().what())
            .collect(Collectors.joining("; "));
    return new ProblemException(
        ExitCode.INCONCLUSIVE,
        new Problem(
            "cannot connect to any of " + url.servers().size() + " servers: " + all,
            url.place(),
            WHY,
            last.problem().next(),
            failures.stream()
                .map(failure -> failure.problem().detail())
                .filter(detail -> !detail.isEmpty())
                .collect(Collectors.joining("; "))),
        last.getCause(),
        failures.stream().allMatch(ProblemException::isLasting));
  }

  private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
        .anyMatch(type::isInstance);
  }

  private static Throwable root(Throwable thrown) {
    return thrown.getCause() == null ? thrown : root(thrown.getCause());
  }

  /** A driver's or server's message without its severity, its details and anything secret. */
  String firstLine(Throwable thrown) {
    String message = thrown.getMessage() == null ? thrown.toString() : thrown.getMessage();
    return scrubber
        .clean(message.lines().findFirst().orElse(""))
        .replaceFirst(SEVERITY.pattern(), "")
        .replaceFirst("\\.$", "");
  }

  /** For {@code -v}: everything the driver said, in one line. */
  String detail(Throwable thrown) {
    if (thrown == null) {
      return "";
    }
    String text = scrubber.clean("" + thrown.getMessage()).replaceAll("\\s*\\R\\s*", "; ");
    return thrown instanceof SQLException sql && sql.getSQLState() != null
        ? "SQLSTATE " + sql.getSQLState() + ": " + text
        : text;
  }

  Throwable clean(Throwable thrown) {
    return scrubber.clean(thrown);
  }
}
