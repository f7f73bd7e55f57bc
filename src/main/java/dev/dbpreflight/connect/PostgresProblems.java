package dev.dbpreflight.connect;

import static java.util.Comparator.naturalOrder;

import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.problem.Problem;
import dev.dbpreflight.problem.ProblemException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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

  /** As libpq: what a server answered holds for the other servers too, unless it is starting. */
  private static boolean endsSearch(Exception thrown) {
    String state = state(thrown);
    return !state.isEmpty() && !state.startsWith("08") && !state.equals("57P03");
  }

  private static String state(Throwable thrown) {
    return thrown instanceof SQLException sql && sql.getSQLState() != null ? sql.getSQLState() : "";
  }

  /**
   * @param banner what else answers there; asked when it does not talk like a server
   */
  Rejected connecting(
      PostgresUrl.Server server,
      Exception thrown,
      Duration limit,
      Supplier<Optional<String>> banner) {
    ConnectCause cause = cause(server, thrown, limit, banner);
    return new Rejected(problem(cause, thrown), cause.outlook(), endsSearch(thrown));
  }

  private ConnectCause cause(
      PostgresUrl.Server server,
      Exception thrown,
      Duration limit,
      Supplier<Optional<String>> banner) {
    String state = state(thrown);
    String text = firstLine(thrown);
    boolean said = SEVERITY.matcher("" + thrown.getMessage()).find();
    boolean nonsense = isGarbled(thrown) || state.equals("08P01") && !said;
    Optional<String> other = nonsense || strange(thrown) ? banner.get() : Optional.empty();
    if (other.isPresent()) {
      return nonsense(server, "it is " + other.get());
    }
    Optional<ConnectCause> network = new NetworkCauses(deadline).of(server, thrown, limit);
    if (network.isPresent()) {
      return network.get();
    }
    if (nonsense) {
      return nonsense(server, isGarbled(thrown) ? "its answers break the protocol" : text);
    }
    if (state.equals("08P01")) {
      return new ServerCauses(url, server).of(state, text, text);
    }
    Throwable root = root(thrown);
    String reason = root.getMessage() == null ? text : firstLine(root);
    return new EncryptionCauses(url)
        .of(server, thrown, state, text, reason)
        .orElseGet(() -> new ServerCauses(url, server).of(state, text, detail(thrown)));
  }

  /** The driver has no state of its own for what it does not understand. */
  static boolean isGarbled(Throwable thrown) {
    Throwable root = root(thrown);
    boolean toldByTheSystem = ("" + root.getMessage()).matches("(?s).*(pipe|reset|closed).*");
    return state(thrown).equals("99999")
        || root.getClass() == IOException.class && !toldByTheSystem;
  }

  /** What a server may do too, but more often something else that listens there. */
  private static boolean strange(Exception thrown) {
    boolean deniesTls = state(thrown).equals("08004") && ("" + thrown.getMessage()).contains("SSL");
    return deniesTls
        || NetworkCauses.hungUp(thrown)
        || NetworkCauses.has(thrown, SSLException.class);
  }

  private static ConnectCause nonsense(PostgresUrl.Server server, String reason) {
    return new ConnectCause(
        "cannot connect to "
            + server.title()
            + ": what listens there does not talk like a PostgreSQL server: "
            + reason,
        "make sure that the port is a PostgreSQL server's or a pooler's",
        Outlook.SLOW);
  }

  private ProblemException problem(ConnectCause cause, Throwable thrown) {
    Problem problem = new Problem(cause.what(), url.place(), WHY, cause.next(), detail(thrown));
    return new ProblemException(
        ExitCode.INCONCLUSIVE, problem, scrubber.clean(thrown), cause.outlook() == Outlook.LASTING);
  }

  Rejected notWanted(PostgresUrl.Server server, SessionWish wish) {
    ConnectCause cause =
        new ConnectCause(
            "cannot use " + server.title() + ": it is not " + wish.title(),
            "correct target_session_attrs, or name the server that is " + wish.title(),
            Outlook.SLOW);
    return new Rejected(problem(cause, null), cause.outlook(), false);
  }

  /** The last word when no server worked out: its own problem if there was only one. */
  Rejected noServer(List<Rejected> failures) {
    if (failures.stream().map(failure -> failure.problem().problem().what()).distinct().count()
        == 1) {
      return failures.getFirst();
    }
    Outlook best = failures.stream().map(Rejected::outlook).min(naturalOrder()).orElseThrow();
    ProblemException last = failures.getLast().problem();
    String all =
        failures.stream()
            .map(failure -> failure.problem().problem().what())
            .distinct()
            .collect(Collectors.joining("; "));
    String details =
        failures.stream()
            .map(failure -> failure.problem().problem().detail())
            .filter(detail -> !detail.isEmpty())
            .collect(Collectors.joining("; "));
    Problem problem =
        new Problem(
            "cannot connect to any of " + url.servers().size() + " servers: " + all,
            url.place(),
            WHY,
            last.problem().next(),
            details);
    return new Rejected(
        new ProblemException(
            ExitCode.INCONCLUSIVE, problem, last.getCause(), best == Outlook.LASTING),
        best,
        false);
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
