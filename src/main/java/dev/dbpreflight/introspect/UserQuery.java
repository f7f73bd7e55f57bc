package dev.dbpreflight.introspect;

import java.time.Duration;

/**
 * A query that a user wrote.
 *
 * @param purpose what it is for, in messages: {@code check "default_fee"}
 * @param sql one query, as the user wrote it: nothing in it is trusted
 * @param limit how long it may take, within the deadline of the run
 */
public record UserQuery(String purpose, String sql, Duration limit) {

  /** The query without what may follow it in a script: white space and semicolons. */
  public String statement() {
    return sql.strip().replaceFirst("[;\\s]+$", "");
  }
}
