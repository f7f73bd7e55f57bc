package dev.dbpreflight.introspect.postgres;

import static java.util.stream.Collectors.partitioningBy;

import dev.dbpreflight.connect.Answers;
import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Row;
import dev.dbpreflight.connect.Session;
import dev.dbpreflight.introspect.UserAnswer;
import dev.dbpreflight.introspect.UserAnswer.NotRun;
import dev.dbpreflight.introspect.UserQuery;
import dev.dbpreflight.introspect.UserSql;
import dev.dbpreflight.introspect.postgres.LastingRights.Found;
import dev.dbpreflight.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Asks a server. Three things keep a query from changing anything.
 *
 * <ol>
 *   <li>The transaction is READ ONLY and is rolled back. No table, sequence or large object
 *       changes, whoever wants it: the query, a function or a trigger.
 *   <li>The text goes to the server as a value, in hexadecimal digits, and {@code query_to_xml}
 *       runs it, read-only. Neither the driver nor the server splits it; COMMIT, SET, COPY, DO, DDL
 *       and a second statement of that kind are refused.
 *   <li>What a function can do beyond the transaction needs rights, which are looked for first: see
 *       {@link LastingRights}. A role that has one is lowered to {@value LastingRights#READER} for
 *       the query alone, and only if nothing in the query or the database could raise it again, see
 *       {@link WaysBack}. Else the query is not run.
 * </ol>
 *
 * <p>What remains: a function may take time and locks until the query's time is over, may end other
 * sessions of the same role if it hides that in a text that it runs, may leave lines in the
 * server's log and counts in its statistics; and a foreign table is read on its server as that
 * one's user mapping allows. Row security is not applied in silence: a query that it would change
 * is refused.
 */
public final class PostgresUserSql implements UserSql {
  private static final int IN_ONE_TURN = 50;

  /** How the role of this session may run queries. */
  private record Permit(boolean lowered, String searchPath, Optional<NotRun> refusal) {}

  private record Path(String searchPath, String user, boolean canRead) {}

  /*
   * One row: what names without a schema mean to this role, and whether it may become the reader.
   * The path of this session is another one; that of its role, its database or its URL is kept as
   * the value to reset to. Tried on 14 to 18.
   */
  private static final Query<Path> PATH =
      new Query<>(
          "search path of this role",
          """
          SELECT s.reset_val AS search_path, quote_ident(session_user) AS user_name,
                 EXISTS (SELECT FROM pg_roles r
                         WHERE r.rolname = 'pg_read_all_data'
                           AND pg_has_role(session_user, r.oid, 'MEMBER')) AS can_read
          FROM pg_settings s WHERE s.name = 'search_path'
          """,
          row ->
              new Path(
                  row.textOrEmpty("search_path"), row.text("user_name"), row.flag("can_read")));

  @Override
  public List<UserAnswer> ask(Session session, List<UserQuery> queries) {
    if (queries.isEmpty()) {
      return List.of();
    }
    Permit permit = permit(session);
    List<UserAnswer> answers = new ArrayList<>();
    for (int from = 0; from < queries.size(); from += IN_ONE_TURN) {
      int to = Math.min(queries.size(), from + IN_ONE_TURN);
      answers.addAll(turn(session, queries.subList(from, to), permit));
    }
    return answers;
  }

  private static Permit permit(Session session) {
    Query<Found> rights = LastingRights.query();
    try {
      Answers answers = session.ask(List.of(rights, PATH));
      Path path = answers.of(PATH).getFirst();
      Map<Boolean, List<Found>> found =
          answers.of(rights).stream().collect(partitioningBy(Found::lowered));
      List<Found> own = found.get(false);
      // The user's own schema stays the user's, also where the role is another one.
      String searchPath = path.searchPath().replaceAll("\"?\\$user\"?", safe(path.user()));
      if (own.isEmpty()) {
        return new Permit(false, searchPath, Optional.empty());
      }
      return new Permit(true, searchPath, obstacle(session, own, found.get(true), path));
    } catch (ProblemException refused) {
      return new Permit(
          false, "", Optional.of(new NotRun(refused.problem().what(), refused.problem().next())));
    }
  }

  private static String safe(String replacement) {
    return Matcher.quoteReplacement(replacement);
  }

  /** What keeps a role with lasting rights from asking as the reader. */
  private static Optional<NotRun> obstacle(
      Session session, List<Found> own, List<Found> readers, Path path) {
    if (!path.canRead()) {
      return Optional.of(mayOutlast("this role ", own, path.user()));
    }
    if (!readers.isEmpty()) {
      return Optional.of(mayOutlast("every role ", readers, LastingRights.READER));
    }
    return session.ask(WaysBack.query()).stream()
        .findFirst()
        .map(
            object ->
                new NotRun(
                    mayOutlast("this role ", own, "").reason()
                        + ": "
                        + object
                        + " may change the role",
                    own.getFirst().remedy(path.user())));
  }

  private static NotRun mayOutlast(String who, List<Found> rights, String user) {
    Found first = rights.getFirst();
    long like = rights.stream().filter(found -> found.right().equals(first.right())).count() - 1;
    String more = like == 0 ? "" : " (and %d more like it)".formatted(like);
    return new NotRun(
        who + first.inWords() + more + ", and what a query calls could use that",
        first.remedy(user));
  }

  /** All at once; one by one only if that fails, so that each has its own answer. */
  private static List<UserAnswer> turn(Session session, List<UserQuery> queries, Permit permit) {
    List<Optional<NotRun>> refused =
        queries.stream().map(query -> permit.refusal().or(() -> refusal(query))).toList();
    List<Query<UserAnswer>> questions = new ArrayList<>();
    for (int at = 0; at < queries.size(); at++) {
      questions.add(refused.get(at).isPresent() ? null : question(queries.get(at), permit));
    }
    List<Query<?>> asked = new ArrayList<>();
    questions.stream().filter(question -> question != null).forEach(asked::add);
    Optional<Answers> together = together(session, asked);
    List<UserAnswer> answers = new ArrayList<>();
    for (int at = 0; at < queries.size(); at++) {
      Query<UserAnswer> question = questions.get(at);
      if (question == null) {
        answers.add(refused.get(at).orElseThrow());
      } else {
        answers.add(
            together
                .map(found -> found.of(question).getFirst())
                .orElseGet(() -> alone(session, question)));
      }
    }
    return answers;
  }

  private static Optional<Answers> together(Session session, List<Query<?>> questions) {
    if (questions.size() < 2) {
      return Optional.empty();
    }
    try {
      return Optional.of(session.ask(questions));
    } catch (ProblemException oneOfThem) {
      return Optional.empty();
    }
  }

  private static UserAnswer alone(Session session, Query<UserAnswer> question) {
    try {
      return session.ask(question).getFirst();
    } catch (ProblemException refused) {
      return new NotRun(refused.problem().what(), refused.problem().next());
    }
  }

  private static Optional<NotRun> refusal(UserQuery query) {
    if (query.statement().isEmpty()) {
      return Optional.of(
          new NotRun(
              "cannot run " + query.purpose() + ": it is empty", "write one query: SELECT …"));
    }
    return WaysBack.refusedIn(query.sql())
        .map(
            word ->
                new NotRun(
                    "cannot run " + query.purpose() + ": it names " + word + ", whose effects last",
                    "leave " + word + " out of the query"));
  }

  /**
   * One row: the answer as {@link XmlAnswer} reads it. The settings come first, since CASE looks at
   * its condition first; what they change ends with the query.
   */
  private static Query<UserAnswer> question(UserQuery query, Permit permit) {
    String settings =
        setting(
                "search_path",
                permit.searchPath() + (permit.searchPath().isEmpty() ? "" : ", ") + "pg_temp")
            + " AND "
            + setting("row_security", "off")
            + " AND (current_setting('restrict_nonsystem_relation_kind', true) IS NULL OR "
            + setting("restrict_nonsystem_relation_kind", "")
            + ")"
            + (permit.lowered() ? " AND " + setting("role", LastingRights.READER) : "");
    String sql =
        "SELECT CASE WHEN %s THEN query_to_xml(%s, true, false, '')::text END AS answer"
            .formatted(settings, literal(XmlAnswer.wrapped(query.statement())));
    return new Query<>(
        "the answer to " + query.purpose(), sql, PostgresUserSql::answer, query.limit());
  }

  private static UserAnswer answer(Row row) {
    return XmlAnswer.read(row.text("answer"));
  }

  private static String setting(String name, String value) {
    return "set_config('" + name + "', " + literal(value) + ", true) IS NOT NULL";
  }

  /** A text in which nothing can end the literal. */
  private static String literal(String text) {
    return "convert_from(decode('"
        + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8))
        + "', 'hex'), 'UTF8')";
  }
}
