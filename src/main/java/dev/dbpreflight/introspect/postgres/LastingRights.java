package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Row;

/**
 * What roles may do whose effect outlives a transaction that is rolled back: run programs, write
 * files of the server, end other sessions, connect to other databases.
 */
final class LastingRights {
  /** The role that can read everything and do nothing else; 14 and newer. */
  static final String READER = "pg_read_all_data";

  /**
   * One such right.
   *
   * @param lowered of {@link #READER}, else of the role of this session
   * @param right "superuser", "replication", "role", "function"
   * @param object the role or the function, quoted; empty for attributes of a role
   * @param how what makes it one; empty where the right says it
   */
  record Found(boolean lowered, String right, String object, String how) {

    static Found of(Row row) {
      return new Found(row.flag("lowered"), row.text("right"), row.text("object"), row.text("how"));
    }

    /** In a sentence: "this role …". */
    String inWords() {
      return switch (right) {
        case "superuser" -> "is a superuser";
        case "replication" -> "may change replication slots";
        case "role" -> "is a member of " + object;
        default -> "may call " + object + ", which " + how;
      };
    }

    /** One statement that takes the right away. */
    String remedy(String user) {
      return switch (right) {
        case "superuser", "replication" -> newRole();
        case "role" -> "REVOKE " + object + " FROM " + user + "; or " + newRole();
        default -> "REVOKE EXECUTE ON FUNCTION " + object + " FROM PUBLIC, " + user;
      };
    }

    private static String newRole() {
      return "connect as a role that can only read: CREATE ROLE preflight LOGIN; GRANT "
          + READER
          + " TO preflight";
    }
  }

  /*
   * One row: a right of this session's role, or of the reader, whose effects last. A role has the
   * rights of all roles that it is a member of, inherited or not: a function may use SET ROLE.
   * Functions of C that belong to no extension are somebody's own; those of extensions are looked
   * at by name, since nearly all are harmless; of the system's, those that the server reserves and
   * that are not for reading. Functions of triggers and handlers cannot be called. Tried on 14 to
   * 18.
   */
  private static final String SQL =
      """
      WITH subject AS MATERIALIZED (
        SELECT false AS lowered, r.oid AS role
        FROM pg_roles r
        WHERE pg_has_role(session_user, r.oid, 'MEMBER')
          AND (r.rolname = session_user
               OR NOT (SELECT s.rolsuper FROM pg_roles s WHERE s.rolname = session_user))
        UNION ALL
        SELECT true, r.oid
        FROM pg_roles reader JOIN pg_roles r ON pg_has_role(reader.oid, r.oid, 'MEMBER')
        WHERE reader.rolname = 'pg_read_all_data'),
      powerful AS MATERIALIZED (
        SELECT r.oid, r.rolname AS name,
               CASE WHEN r.rolsuper THEN 'superuser'
                    WHEN r.rolreplication THEN 'replication' ELSE 'role' END AS "right"
        FROM pg_roles r
        WHERE r.rolsuper OR r.rolreplication
          OR r.rolname IN ('pg_execute_server_program', 'pg_write_server_files',
                           'pg_signal_backend', 'pg_signal_autovacuum_worker',
                           'pg_create_subscription')),
      callable AS MATERIALIZED (
        SELECT p.oid, p.proowner AS owner, p.prosecdef AS definer,
               CASE
                 WHEN l.lanispl AND NOT l.lanpltrusted
                   THEN 'is written in the untrusted language ' || l.lanname
                 WHEN l.lanname IN ('c', 'internal') AND n.nspname <> 'pg_catalog'
                      AND e.extname IS NULL
                   THEN 'is machine code of no extension'
                 WHEN e.extname IN ('dblink', 'adminpack', 'pg_background', 'pg_surgery', 'http',
                                    'pg_net', 'aws_s3', 'aws_lambda', 'pg_cron', 'orafce', 'pgagent',
                                    'file_fdw', 'log_fdw', 'pg_repack', 'pg_partman_bgw', 'pldbgapi')
                      AND p.provolatile = 'v'
                   THEN 'reaches beyond the transaction'
                 WHEN n.nspname = 'pg_catalog' AND l.lanname IN ('c', 'internal', 'sql')
                      AND p.proacl IS NOT NULL AND p.provolatile = 'v'
                      AND NOT EXISTS (SELECT FROM aclexplode(p.proacl) a
                                      WHERE a.grantee = 0 AND a.privilege_type = 'EXECUTE')
                      AND p.proname !~ '^pg_(read|ls|stat_file|stat_have|show|hba|ident|get|current|config|log_backend)'
                      AND p.proname !~ '^pg_replication_origin_(progress|session_is_setup|session_progress)'
                   THEN 'the server reserves'
                 WHEN n.nspname <> 'pg_catalog'
                      AND p.prosrc ~* '\\mpg_(terminate|cancel)_backend\\M'
                   THEN 'ends sessions'
               END AS lasting
        FROM pg_proc p
        JOIN pg_namespace n ON n.oid = p.pronamespace
        JOIN pg_language l ON l.oid = p.prolang
        LEFT JOIN pg_depend d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid
          AND d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e'
        LEFT JOIN pg_extension e ON e.oid = d.refobjid
        WHERE p.prokind IN ('f', 'w')
          AND p.prorettype NOT IN (
            SELECT t.oid FROM pg_type t WHERE t.typname IN
              ('trigger', 'event_trigger', 'language_handler', 'fdw_handler', 'index_am_handler',
               'table_am_handler', 'tsm_handler', 'internal')
              AND t.typnamespace = 'pg_catalog'::regnamespace)),
      effective AS MATERIALIZED (
        SELECT c.oid, c.lasting AS how FROM callable c WHERE c.lasting IS NOT NULL),
      definers AS MATERIALIZED (
        SELECT c.oid, 'runs with the rights of ' || quote_ident(o.rolname) AS how
        FROM callable c
        JOIN pg_roles o ON o.oid = c.owner
        WHERE c.definer AND c.lasting IS NULL
          AND (EXISTS (SELECT FROM powerful w WHERE pg_has_role(o.oid, w.oid, 'MEMBER'))
               OR EXISTS (SELECT FROM effective f
                          WHERE has_function_privilege(o.oid, f.oid, 'EXECUTE'))))
      SELECT DISTINCT s.lowered, w."right", quote_ident(w.name) AS object, '' AS how,
             CASE w."right" WHEN 'superuser' THEN 0 WHEN 'replication' THEN 1 ELSE 2 END AS place
      FROM subject s JOIN powerful w ON w.oid = s.role
      UNION ALL
      SELECT DISTINCT s.lowered, 'function', f.oid::regprocedure::text, f.how, 3
      FROM subject s
      JOIN (SELECT * FROM effective UNION ALL SELECT * FROM definers) f
        ON has_function_privilege(s.role, f.oid, 'EXECUTE')
      ORDER BY lowered, place, object
      """;

  private LastingRights() {}

  static Query<Found> query() {
    return new Query<>("rights of this role", SQL, Found::of);
  }
}
