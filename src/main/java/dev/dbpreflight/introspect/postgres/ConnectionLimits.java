package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.conditions.Capacity;
import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.conditions.Connections;
import dev.dbpreflight.conditions.Connections.Limit;
import dev.dbpreflight.conditions.Connections.Scope;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.conditions.Unread;
import dev.dbpreflight.connect.Answers;
import dev.dbpreflight.connect.Query;
import dev.dbpreflight.problem.ProblemException;
import java.util.List;

/** How many sessions there are and can be. */
final class ConnectionLimits implements ConditionArea {
  private static final String TAKEN = "how many connections are taken";

  private final Grantee reader;
  private final boolean pooled;

  /**
   * @param limit has no row where the scope has no limit, or none that holds for the role
   * @param hidden sessions of other roles that may be clients
   */
  private record Counted(Limit limit, long hidden) {}

  ConnectionLimits(Grantee reader, boolean pooled) {
    this.reader = reader;
    this.pooled = pooled;
  }

  // One row is a limit that holds for the role that is connected: the server's, the database's, the
  // role's own. Superusers are bound by the first only, and by none of what is reserved
  // (reserved_connections since 16, with its role). Background processes, standbys included, have
  // slots of their own; of another role's session one sees without rights neither kind nor state,
  // and only clients, their workers and few others have both a database and a role. Our own session
  // ends before a migration begins. Tried on 14 to 18.
  private final Query<Counted> limits =
      new Query<>(
          "connections",
          """
          with me as (
            select r.oid, r.rolname, r.rolsuper, r.rolconnlimit,
              r.rolsuper or exists (
                select from pg_catalog.pg_roles g
                where g.rolname = 'pg_use_reserved_connections'
                  and pg_catalog.pg_has_role(r.oid, g.oid, 'USAGE')) as uses_reserved
            from pg_catalog.pg_roles r where r.rolname = session_user
          ), sessions as (
            select a.usesysid, a.datid, a.backend_type is null as hidden
            from pg_catalog.pg_stat_activity a
            where a.pid <> pg_catalog.pg_backend_pid()
              and (a.backend_type = 'client backend'
                or a.backend_type is null and a.datid is not null and a.usesysid is not null)
          ), limits as (
            select 'SERVER' as scope, '' as name, null::oid as role, null::oid as database,
              pg_catalog.current_setting('max_connections')::integer
                - case when me.rolsuper then 0 else
                    pg_catalog.current_setting('superuser_reserved_connections')::integer end
                - case when me.uses_reserved then 0 else coalesce(
                    pg_catalog.current_setting('reserved_connections', true), '0')::integer end
                as most
            from me
            union all
            select 'DATABASE', d.datname, null, d.oid, d.datconnlimit
            from me, pg_catalog.pg_database d
            where d.datname = pg_catalog.current_database()
              and d.datconnlimit >= 0 and not me.rolsuper
            union all
            select 'ROLE', me.rolname, me.oid, null, me.rolconnlimit
            from me
            where me.rolconnlimit >= 0 and not me.rolsuper
          )
          select l.scope, l.name, l.most,
            pg_catalog.count(s) filter (where not s.hidden) as used,
            pg_catalog.count(s) filter (where s.hidden) as hidden
          from limits l
            left join sessions s
              on (l.role is null or l.role = s.usesysid)
                and (l.database is null or l.database = s.datid)
          group by l.scope, l.name, l.most
          order by l.scope
          """,
          row ->
              new Counted(
                  new Limit(
                      Scope.valueOf(row.text("scope")),
                      row.text("name"),
                      row.number("used"),
                      row.number("most")),
                  row.number("hidden")));

  @Override
  public List<Query<?>> queries() {
    return List.of(limits);
  }

  @Override
  public Conditions with(Conditions known, Answers answers) {
    List<Counted> counted = answers.of(limits);
    List<Limit> all = counted.stream().map(Counted::limit).toList();
    Capacity capacity = known.capacity().orElse(Capacity.NONE);
    Conditions read = known.with(capacity.withConnections(new Connections(all, pooled)));
    return counted.stream()
        .filter(limit -> limit.hidden() > 0)
        .findFirst()
        .map(hiding -> read.withUnread(hidden(hiding)))
        .orElse(read);
  }

  private Unread hidden(Counted hiding) {
    return new Unread(
        Topic.CONNECTIONS,
        TAKEN,
        "role %s does not see what kind of session others have, %d of them"
            .formatted(reader.role(), hiding.hidden()),
        reader.membership("pg_read_all_stats"));
  }

  @Override
  public Unread refused(ProblemException refusal) {
    return reader.unread(Topic.CONNECTIONS, TAKEN, refusal);
  }
}
