package dev.dbpreflight.introspect;

import dev.dbpreflight.connect.Answers;
import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Row;
import dev.dbpreflight.connect.Session;
import dev.dbpreflight.history.HeldLock;
import dev.dbpreflight.history.HeldLocks;
import dev.dbpreflight.history.HistoryTable;
import dev.dbpreflight.history.HistoryTable.Sheet;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What must be known before bookkeeping tables are read: which of them this role may not read,
 * which ones a migration has locked at this moment, and the time. One turn.
 *
 * @param unreadable why, and which grants would help
 * @param serverTime when they were read, by the server's clock
 */
record HistorySurroundings(
    Map<ObjectName, Hindrance> unreadable, HeldLocks locks, Instant serverTime) {

  /** What keeps a table from being read, and what would help, all of it. */
  record Hindrance(String reason, List<String> remedies) {}

  /*
   * One row: a table of a user that this role cannot read, and why; all that it lacks is in
   * the remedies, so that asking for it once is enough. Tried on 14 to 18.
   * No names are in the question, so that none has to be escaped.
   */
  private static final String UNREADABLE =
      """
      SELECT n.nspname AS schema_name, c.relname AS table_name,
             CASE WHEN NOT has_schema_privilege(n.oid, 'USAGE') THEN 'schema'
                  WHEN NOT has_table_privilege(c.oid, 'SELECT') THEN 'table'
                  ELSE 'rows' END AS what,
             array_remove(array[
               CASE WHEN NOT has_schema_privilege(n.oid, 'USAGE')
                 THEN format('GRANT USAGE ON SCHEMA %I TO %I', n.nspname, current_user) END,
               CASE WHEN NOT has_table_privilege(c.oid, 'SELECT')
                 THEN format('GRANT SELECT ON %I.%I TO %I',
                             n.nspname, c.relname, current_user) END,
               CASE WHEN c.relrowsecurity AND row_security_active(c.oid)
                 THEN format('ALTER ROLE %I BYPASSRLS', current_user) END], NULL) AS remedies
      FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r'
        AND n.nspname NOT LIKE 'pg\\_%'
        AND n.nspname <> 'information_schema'
        AND (NOT has_schema_privilege(n.oid, 'USAGE')
             OR NOT has_table_privilege(c.oid, 'SELECT')
             OR (c.relrowsecurity AND row_security_active(c.oid)))
      """;

  /*
   * One row: a lock of another session that is advisory with a key of 64 bits, or that a writer has
   * on a table of one of these names. Tried on 14 to 18. Left out: the server's own processes, which
   * have no user. A prepared transaction has no session. Ages of others' sessions are hidden from
   * roles without pg_read_all_stats.
   */
  private static final String LOCKS =
      """
      SELECT CASE held.locktype
               WHEN 'advisory' THEN held.classid::bigint << 32 | held.objid::bigint ELSE 0 END
               AS key,
             n.nspname AS schema_name, c.relname AS table_name, held.mode, held.granted,
             coalesce(held.pid, 0) AS pid, activity.usename AS username,
             activity.application_name AS application,
             extract(epoch FROM clock_timestamp()
               - coalesce(activity.xact_start, activity.backend_start))::bigint AS seconds
      FROM pg_locks held
      LEFT JOIN pg_stat_activity activity ON activity.pid = held.pid
      LEFT JOIN pg_class c ON held.locktype = 'relation' AND c.oid = held.relation
      LEFT JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE held.database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND held.pid IS DISTINCT FROM pg_backend_pid()
        AND (held.pid IS NULL OR activity.usename IS NOT NULL)
        AND (held.locktype = 'advisory' AND held.objsubid = 1 AND held.granted
             OR held.locktype = 'relation' AND c.relname IN (%s)
                AND held.mode NOT IN ('AccessShareLock', 'RowShareLock', 'ShareLock')
                AND (held.granted OR held.mode = 'AccessExclusiveLock'))
      ORDER BY held.pid, key, n.nspname, c.relname, held.mode
      """;

  private static final String POSTGRES_CLOCK =
      "SELECT current_database() AS database, floor(extract(epoch FROM clock_timestamp()))::bigint"
          + " AS seconds";
  private static final String SQLITE_CLOCK =
      "SELECT '' AS database, strftime('%s', 'now') AS seconds";

  /** The database's name, and the time there. */
  private record Clock(String database, Instant serverTime) {}

  static HistorySurroundings read(Session session, List<HistoryTable> tables) {
    return switch (session.engine()) {
      case POSTGRESQL -> ofPostgres(session, tables);
      case SQLITE -> ofSqlite(session);
    };
  }

  private static HistorySurroundings ofPostgres(Session session, List<HistoryTable> tables) {
    Query<Map.Entry<ObjectName, Hindrance>> unreadable =
        new Query<>("privileges on history tables", UNREADABLE, HistorySurroundings::unreadable);
    Query<HeldLock> locks =
        new Query<>(
            "locks of migrations", LOCKS.formatted(names(tables)), HistorySurroundings::lock);
    Query<Clock> clock = clock(POSTGRES_CLOCK);
    Answers answers;
    List<HeldLock> held;
    try {
      answers = session.ask(List.of(unreadable, locks, clock));
      held = answers.of(locks);
    } catch (ProblemException refused) {
      // Hardened servers show locks and sessions to few; the conditions say that they were not
      // read.
      answers = session.ask(List.of(unreadable, clock));
      held = List.of();
    }
    Clock time = answers.of(clock).getFirst();
    return new HistorySurroundings(
        answers.of(unreadable).stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
        new HeldLocks(held, time.database()),
        time.serverTime());
  }

  /** Who can read the file can read all of it; who is writing it is not to be seen. */
  private static HistorySurroundings ofSqlite(Session session) {
    Clock time = session.ask(clock(SQLITE_CLOCK)).getFirst();
    return new HistorySurroundings(Map.of(), new HeldLocks(List.of(), ""), time.serverTime());
  }

  private static Query<Clock> clock(String sql) {
    return new Query<>(
        "clock",
        sql,
        row -> new Clock(row.text("database"), Instant.ofEpochSecond(row.number("seconds"))));
  }

  private static String names(List<HistoryTable> tables) {
    return tables.stream()
        .flatMap(table -> table.sheets().stream())
        .map(Sheet::table)
        .map(ObjectName::name)
        .distinct()
        .map(name -> "'" + name.replace("'", "''") + "'")
        .collect(Collectors.joining(", "));
  }

  private static HeldLock lock(Row row) {
    boolean advisory = row.isNull("table_name");
    String user = row.text("username");
    String holder =
        user == null
            ? "a prepared transaction"
            : "user \"" + user + "\", application \"" + row.textOrEmpty("application") + "\"";
    return new HeldLock(
        row.number("key"),
        advisory ? null : new ObjectName(row.text("schema_name"), row.text("table_name")),
        row.text("mode"),
        row.flag("granted"),
        (int) row.number("pid"),
        holder,
        row.isNull("seconds")
            ? Optional.empty()
            : Optional.of(Duration.ofSeconds(row.number("seconds"))));
  }

  private static Map.Entry<ObjectName, Hindrance> unreadable(Row row) {
    String schema = row.text("schema_name");
    String table = row.text("table_name");
    String reason =
        switch (row.text("what")) {
          case "schema" -> "permission denied for schema \"" + schema + "\"";
          case "table" -> "permission denied for table \"" + schema + "." + table + "\"";
          default -> "row security may hide rows of table \"" + schema + "." + table + "\"";
        };
    return Map.entry(new ObjectName(schema, table), new Hindrance(reason, row.texts("remedies")));
  }
}
