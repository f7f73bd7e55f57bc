package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.conditions.Unread;
import dev.dbpreflight.connect.Session;
import dev.dbpreflight.problem.ProblemException;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the grants that a role lacks, each one a statement that can be run as it is printed.
 *
 * @param role as SQL writes it
 */
record Grantee(String role) {
  private static final Pattern DENIED =
      Pattern.compile("permission denied for (view|table|function) (pg_[a-z0-9_]+)");
  private static final Pattern SYSTEMS = Pattern.compile("\\b(pg_[a-z0-9_]+)\\W*$");

  /** The role that this session reads with. */
  static Grantee of(Session session) {
    return new Grantee(session.role());
  }

  /** {@code GRANT pg_read_all_stats TO deploy}. */
  String membership(String predefinedRole) {
    return "GRANT " + predefinedRole + " TO " + role;
  }

  /**
   * {@code GRANT SELECT ON pg_catalog.pg_roles TO deploy}.
   *
   * @param relations as SQL writes them
   */
  String select(String... relations) {
    return "GRANT SELECT ON " + String.join(", ", relations) + " TO " + role;
  }

  /**
   * {@code GRANT EXECUTE ON FUNCTION pg_catalog.pg_ls_waldir() TO deploy}.
   *
   * @param functions as SQL writes them; with the types of their arguments if there are several
   */
  String execute(String... functions) {
    return "GRANT EXECUTE ON FUNCTION " + String.join(", ", functions) + " TO " + role;
  }

  /** What a question would have told that the server refused, and the grant for what it named. */
  Unread unread(Topic topic, String fact, ProblemException refusal) {
    return new Unread(topic, fact, refusal.problem().what(), remedy(refusal));
  }

  private String remedy(ProblemException refusal) {
    Matcher denied = DENIED.matcher(refusal.problem().what());
    if (!denied.find()) {
      return refusal.problem().next();
    }
    String name = "pg_catalog." + denied.group(2);
    return denied.group(1).equals("function") ? execute(name) : select(name);
  }

  /**
   * The grant where the server said that a right is missing, else what the refusal advises. What
   * the server names and the grant does not is a function, on which views depend.
   */
  String remedy(ProblemException refusal, String grant) {
    boolean denied =
        refusal.getCause() instanceof SQLException thrown && "42501".equals(thrown.getSQLState());
    if (!denied) {
      return refusal.problem().next();
    }
    Matcher named = SYSTEMS.matcher(refusal.problem().what());
    return named.find() && !grant.contains(named.group(1))
        ? grant + "; " + execute("pg_catalog." + named.group(1))
        : grant;
  }
}
