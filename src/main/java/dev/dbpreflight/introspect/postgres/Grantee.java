package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Session;
import dev.dbpreflight.problem.ProblemException;
import java.sql.SQLException;

/**
 * Writes the grants that a role lacks, each one a statement that can be run as it is printed.
 *
 * @param role as SQL writes it
 */
record Grantee(String role) {

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
   * @param functions with the types of their arguments, as SQL writes them
   */
  String execute(String... functions) {
    return "GRANT EXECUTE ON FUNCTION " + String.join(", ", functions) + " TO " + role;
  }

  /** The grant where the server said that a right is missing, else what the refusal advises. */
  String remedy(ProblemException refusal, String grant) {
    boolean denied =
        refusal.getCause() instanceof SQLException thrown && "42501".equals(thrown.getSQLState());
    return denied ? grant : refusal.problem().next();
  }
}
