package dev.dbpreflight.introspect;

import dev.dbpreflight.connect.Session;
import java.util.List;

/**
 * Runs queries that users wrote in the session of the observation, in such a way that they cannot
 * change anything, whatever they contain. What cannot be run like that is not run.
 */
public interface UserSql {

  /**
   * One answer per query, in their order. A query that fails does not keep the others from being
   * asked.
   */
  List<UserAnswer> ask(Session session, List<UserQuery> queries);
}
