package dev.dbpreflight.connect;

/** Asks who holds the locks that even reading a definition has to wait for. */
final class LockHolder {

  /*
   * One row: the session that has held an exclusive lock on a table of this database the longest.
   * Tried on 11 to 18. Others' states are hidden from roles without pg_read_all_stats.
   */
  private static final String SQL =
      """
      SELECT activity.pid AS pid, activity.usename AS username,
             activity.application_name AS application,
             coalesce(activity.state, 'state unknown') AS state,
             coalesce(floor(extract(epoch FROM clock_timestamp() - activity.xact_start))::text, '')
               AS seconds
      FROM pg_locks AS held
      JOIN pg_stat_activity AS activity ON activity.pid = held.pid
      WHERE held.granted AND held.locktype = 'relation' AND held.mode = 'AccessExclusiveLock'
        AND activity.datname = current_database() AND held.pid <> pg_backend_pid()
      ORDER BY activity.xact_start NULLS LAST, activity.pid
      LIMIT 1
      """;

  static final Query<String> QUERY = new Query<>("lock holder", SQL, LockHolder::describe);

  private LockHolder() {}

  private static String describe(Row row) {
    String seconds = row.textOrEmpty("seconds");
    return "pid "
        + row.text("pid")
        + ", user \""
        + row.textOrEmpty("username")
        + "\", application \""
        + row.textOrEmpty("application")
        + "\", "
        + row.text("state")
        + (seconds.isEmpty() ? "" : ", transaction open for " + seconds + " s");
  }
}
