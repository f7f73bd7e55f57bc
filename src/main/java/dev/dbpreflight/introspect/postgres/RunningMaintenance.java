package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.conditions.Maintenance;
import dev.dbpreflight.conditions.Maintenance.Kind;
import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Row;
import dev.dbpreflight.model.ObjectName;
import java.util.Optional;

/** The commands that maintain users' tables now. */
final class RunningMaintenance {

  /*
   * One row: a command that works on a table of the users, or on what such a table stores out of
   * line; without names where this role may not see on which. What a worker of autovacuum is
   * doing is told by the text that the server itself made; it is compared as a whole, because a
   * table may be named like its end. Temporary tables are left out. Tried on 14 to 18.
   */
  private static final String SQL =
      """
      with progress as (
        select pid, datid, relid, 'VACUUM' as command from pg_catalog.pg_stat_progress_vacuum
        union all
        select pid, datid, relid, 'ANALYZE' from pg_catalog.pg_stat_progress_analyze
        union all
        select pid, datid, relid, command from pg_catalog.pg_stat_progress_create_index
        union all
        select pid, datid, relid, command from pg_catalog.pg_stat_progress_cluster
      )
      select %s, p.command, p.relid is null as hidden,
        n.nspname as schema_name, c.relname as table_name,
        case when a.query_start is not null then %s end as seconds,
        case
          when a.backend_type is distinct from 'autovacuum worker' then 'MANUAL'
          when a.query in (
            pg_catalog.format('autovacuum: VACUUM %%s.%%s (to prevent wraparound)',
              vacuumed_schema.nspname, vacuumed.relname),
            pg_catalog.format('autovacuum: VACUUM ANALYZE %%s.%%s (to prevent wraparound)',
              vacuumed_schema.nspname, vacuumed.relname)) then 'AGAINST_WRAPAROUND'
          else 'AUTOMATIC'
        end as maintenance_kind
      from progress p
      join pg_catalog.pg_stat_activity a on a.pid = p.pid
      left join pg_catalog.pg_class vacuumed on vacuumed.oid = p.relid
      left join pg_catalog.pg_namespace vacuumed_schema
        on vacuumed_schema.oid = vacuumed.relnamespace
      left join pg_catalog.pg_class c
        on c.oid = p.relid and vacuumed.relkind <> 't'
          or vacuumed.relkind = 't' and c.reltoastrelid = p.relid
      left join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where p.datid = %s and p.pid <> pg_catalog.pg_backend_pid()
        and (p.relid is null or %s)
      order by p.pid, p.command
      """
          .formatted(
              Processes.COLUMNS,
              Processes.secondsSince("a.query_start"),
              TableLocks.THIS_DATABASE,
              CatalogSql.USER_SCHEMA);

  private RunningMaintenance() {}

  /** Empty values for what this role may not see. */
  static Query<Optional<Maintenance>> query() {
    return new Query<>("running maintenance", SQL, RunningMaintenance::read);
  }

  private static Optional<Maintenance> read(Row row) {
    return row.flag("hidden")
        ? Optional.empty()
        : Optional.of(
            new Maintenance(
                Processes.read(row),
                row.text("command"),
                Kind.valueOf(row.text("maintenance_kind")),
                new ObjectName(row.text("schema_name"), row.text("table_name")),
                Processes.seconds(row, "seconds")));
  }
}
