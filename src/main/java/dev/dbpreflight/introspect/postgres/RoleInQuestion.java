package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.conditions.Unread;
import java.util.Optional;

/**
 * Which role migrates: the one that the user names, else the one connected, if it evidently is the
 * one: it has the rights of an owner here, or of a superuser. A role that only looks owns nothing.
 *
 * @param named exactly as the catalog has it
 */
record RoleInQuestion(Optional<String> named) {

  /*
   * Common table expressions, for queries of several areas. "login": the role that a migration
   * logs in as, no row where there is none of that name. "subject": the role whose rights hold then,
   * which is another one where the role is set to begin with SET ROLE; and whether it is known to
   * migrate.
   */
  private static final String SUBJECT =
      """
      login as materialized (
        select r.oid, r.rolname from pg_catalog.pg_roles r where r.rolname = {login}),
      subject as materialized (
        select login.rolname as login, r.oid, r.rolname, r.rolsuper,
          {named} or r.rolsuper or exists (
            select from pg_catalog.pg_database d
            where d.datname = pg_catalog.current_database()
              and pg_catalog.pg_has_role(r.oid, d.datdba, 'USAGE'))
          or exists (
            select from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and {userSchema}
              and pg_catalog.pg_has_role(r.oid, c.relowner, 'USAGE')) as migrates
        from login
        join pg_catalog.pg_roles r on r.rolname =
          case when login.rolname = session_user then current_user
          else coalesce((
            select substr(c.entry, 6)::pg_catalog.name
            from pg_catalog.pg_db_role_setting s
            cross join pg_catalog.unnest(s.setconfig) c(entry)
            where s.setrole = login.oid and c.entry like 'role=%'
              and s.setdatabase in (0, (
                select d.oid from pg_catalog.pg_database d
                where d.datname = pg_catalog.current_database()))
            order by s.setdatabase desc limit 1), login.rolname) end)\
      """
          .replace("{userSchema}", CatalogSql.USER_SCHEMA);

  /** The common table expressions "login" and "subject". */
  String subject() {
    return SUBJECT
        .replace("{named}", String.valueOf(named.isPresent()))
        .replace("{login}", named.map(RoleInQuestion::literal).orElse("session_user"));
  }

  /** What is lacking where nobody said which role it is, and the one connected is none. */
  static Unread unknown(Topic topic, String connected) {
    return new Unread(
        topic,
        "the migrating role",
        "nobody said which one it is, and \"" + connected + "\" owns nothing here",
        "--migrating-role NAME");
  }

  /** What is lacking where the named role does not exist. */
  Unread missing(Topic topic) {
    return new Unread(
        topic,
        "the migrating role",
        "there is no role \"" + named.orElse("") + "\"",
        "--migrating-role NAME");
  }

  /** Sessions have standard_conforming_strings on: only quotes end it. */
  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
