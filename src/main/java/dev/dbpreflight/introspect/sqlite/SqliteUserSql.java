package dev.dbpreflight.introspect.sqlite;

import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Row;
import dev.dbpreflight.connect.Session;
import dev.dbpreflight.introspect.UserAnswer;
import dev.dbpreflight.introspect.UserAnswer.Kind;
import dev.dbpreflight.introspect.UserQuery;
import dev.dbpreflight.introspect.UserSql;
import dev.dbpreflight.problem.ProblemException;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;

/**
 * Asks a file or its private copy. The file is open for reading only, {@code query_only} is on, and
 * the text becomes the body of a common table expression, where nothing but a query can stand: no
 * ATTACH, no PRAGMA, no VACUUM INTO. That it does not leave its parentheses is made sure before.
 * SQLite has no functions that reach beyond the file unless an extension brings them, and loading
 * one is off. What remains possible is to take processor time, until the query's time is over.
 */
public final class SqliteUserSql implements UserSql {

  @Override
  public List<UserAnswer> ask(Session session, List<UserQuery> queries) {
    return queries.stream().map(query -> ask(session, query)).toList();
  }

  private static UserAnswer ask(Session session, UserQuery query) {
    Optional<String> objection = objection(query);
    if (objection.isPresent()) {
      return new UserAnswer.NotRun(objection.get(), "write one query: SELECT …");
    }
    try {
      return answer(session.ask(question(query)));
    } catch (ProblemException refused) {
      return new UserAnswer.NotRun(refused.problem().what(), refused.problem().next());
    }
  }

  private static Optional<String> objection(UserQuery query) {
    try {
      int depth = 0;
      List<SqlToken> tokens = SqliteTokens.of(query.statement());
      for (SqlToken token : tokens) {
        depth += token.isOperator("(") ? 1 : token.isOperator(")") ? -1 : 0;
        if (token.isOperator(";")) {
          return Optional.of("cannot run " + query.purpose() + ": it is more than one statement");
        }
        if (depth < 0) {
          return Optional.of(
              "cannot run " + query.purpose() + ": it has a closing parenthesis too many");
        }
      }
      if (tokens.isEmpty()) {
        return Optional.of("cannot run " + query.purpose() + ": it is empty");
      }
      return Optional.empty();
    } catch (ParseException unreadable) {
      return Optional.of("cannot run " + query.purpose() + ": " + unreadable.getMessage());
    }
  }

  /** One row: a value, at most two of them. The line break ends a comment at the query's end. */
  private static Query<UserAnswer> question(UserQuery query) {
    return new Query<>(
        "the answer to " + query.purpose(),
        "WITH answer (value) AS (\n"
            + query.statement()
            + "\n) SELECT typeof(value) AS type, substr(CAST(value AS TEXT), 1, "
            + UserAnswer.LENGTH
            + ") AS value FROM answer LIMIT 2",
        SqliteUserSql::value,
        query.limit());
  }

  private static UserAnswer value(Row row) {
    Kind kind =
        switch (row.text("type")) {
          case "integer", "real" -> Kind.NUMBER;
          case "null" -> Kind.NULL;
          default -> Kind.TEXT;
        };
    return new UserAnswer.One(kind, row.textOrEmpty("value"));
  }

  private static UserAnswer answer(List<UserAnswer> rows) {
    return switch (rows.size()) {
      case 0 -> new UserAnswer.None();
      case 1 -> rows.getFirst();
      default -> new UserAnswer.Several();
    };
  }
}
