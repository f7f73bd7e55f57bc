package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Query;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether something could give a role that was lowered its rights back, and other words that no
 * harmless query needs. A name that is only mentioned counts too: what is looked for cannot be
 * hidden in a text, and to read a text as the server does is easy to get wrong.
 */
final class WaysBack {
  /** Functions that change settings, run a text as SQL, end sessions or outlive a rollback. */
  private static final String FUNCTIONS =
      "set_config|query_to_xml\\w*|cursor_to_xml\\w*|ts_stat|ts_rewrite|crosstab\\w*|connectby"
          + "|xpath_table|dblink\\w*|pg_terminate_backend|pg_cancel_backend"
          + "|pg_(?:try_)?advisory_(?:un)?lock\\w*|pg_logical_emit_message|brin_(?:de)?summarize\\w*"
          + "|gin_clean_pending_list|pg_(?:clear|restore)_\\w+_stats";

  /** Names with escapes in them could be any name. */
  private static final Pattern REFUSED =
      Pattern.compile("(?<![\\w$])(?:" + FUNCTIONS + ")(?![\\w$])|u&\"");

  /*
   * One row: a program or expression in this database that may be run and that could change the
   * role. In PL/pgSQL and SQL by the words; whatever else a program is written in, it could.
   * Expressions are looked through for the functions' numbers, as the server keeps them.
   * Programs of extensions count like others. Tried on 14 to 18.
   */
  private static final String SQL =
      """
      WITH runner AS MATERIALIZED (
        SELECT p.oid, p.oid::regprocedure::text AS name
        FROM pg_proc p
        WHERE p.pronamespace = 'pg_catalog'::regnamespace
            AND p.proname ~ '^(set_config|(query|cursor)_to_xml.*|ts_stat|ts_rewrite)$'
          OR p.pronamespace <> 'pg_catalog'::regnamespace
            AND p.proname ~ '^(crosstab.*|connectby|xpath_table|dblink.*)$'
            AND p.prolang = (SELECT l.oid FROM pg_language l WHERE l.lanname = 'c')),
      mention AS MATERIALIZED (
        SELECT ':(funcid|opfuncid|aggfnoid|winfnoid) (' || string_agg(oid::text, '|') || ') ' AS pattern
        FROM runner),
      system AS MATERIALIZED (
        SELECT n.oid FROM pg_namespace n
        WHERE n.nspname IN ('pg_catalog', 'information_schema', 'pg_toast'))
      SELECT 'function ' || p.oid::regprocedure::text AS object
      FROM pg_proc p
      JOIN pg_language l ON l.oid = p.prolang
      CROSS JOIN mention m
      WHERE p.pronamespace NOT IN (SELECT oid FROM system)
        AND has_function_privilege('pg_read_all_data', p.oid, 'EXECUTE')
        AND (l.lanname NOT IN ('c', 'internal', 'sql', 'plpgsql')
             OR l.lanname IN ('sql', 'plpgsql') AND p.prosrc ~*
               '\\m(set_config|role|authorization|execute|query_to_xml\\w*|cursor_to_xml\\w*|ts_stat|ts_rewrite|crosstab\\w*|connectby|xpath_table|reset|discard)\\M|u&"'
             OR array_to_string(p.proconfig, ' ') ~* '(role|session_authorization)='
             OR p.proargdefaults::text ~ m.pattern
             OR p.prosqlbody::text ~ m.pattern)
      UNION ALL
      SELECT 'view ' || r.ev_class::regclass::text
      FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class CROSS JOIN mention m
      WHERE c.relnamespace NOT IN (SELECT oid FROM system) AND r.ev_action::text ~ m.pattern
      UNION ALL
      SELECT 'domain ' || t.contypid::regtype::text
      FROM pg_constraint t CROSS JOIN mention m
      WHERE t.contypid <> 0 AND t.conbin::text ~ m.pattern
      UNION ALL
      SELECT 'column of ' || a.adrelid::regclass::text
      FROM pg_attrdef a CROSS JOIN mention m
      WHERE a.adbin::text ~ m.pattern
      UNION ALL
      SELECT 'aggregate ' || g.aggfnoid::regprocedure::text
      FROM pg_aggregate g
      WHERE g.aggfnoid >= 16384 AND (g.aggtransfn IN (SELECT oid FROM runner)
        OR g.aggfinalfn IN (SELECT oid FROM runner) OR g.aggmtransfn IN (SELECT oid FROM runner)
        OR g.aggmfinalfn IN (SELECT oid FROM runner))
      UNION ALL
      SELECT 'operator ' || o.oid::regoperator::text
      FROM pg_operator o
      WHERE o.oid >= 16384 AND o.oprcode IN (SELECT oid FROM runner)
      ORDER BY object
      """;

  private WaysBack() {}

  /** What in a query is refused; empty for a query that may be run. */
  static Optional<String> refusedIn(String sql) {
    // A server with a Turkish locale and a one-byte encoding folds the capital with a dot to i.
    Matcher word = REFUSED.matcher(sql.replace('\u0130', 'i').toLowerCase(Locale.ROOT));
    return word.find() ? Optional.of(word.group()) : Optional.empty();
  }

  /** Objects of this database through which a lowered role could be raised. */
  static Query<String> query() {
    return new Query<>("functions that may change the role", SQL, row -> row.text("object"));
  }
}
