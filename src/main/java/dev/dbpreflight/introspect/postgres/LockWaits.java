package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.conditions.LockMode;
import dev.dbpreflight.conditions.LockWait;
import dev.dbpreflight.conditions.LockWait.Target;
import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Row;
import dev.dbpreflight.model.ObjectName;
import java.time.Duration;
import java.util.Optional;

/** Who waits for a lock in this database now. */
final class LockWaits {

  /*
   * One row: a process that waits. Advisory locks are left out: what they mean is the
   * applications' own affair, and workers wait for them all day. Who waits for a row waits for
   * the transaction that changed it, and only the lock of the row version tells the table. The
   * blockers are asked of those who wait and of nobody else, because the answer stops the whole
   * lock table for a moment. The beginning is not there yet when a wait has just begun. Tried on
   * 14 to 18.
   */
  private static final String SQL =
      """
      with locks as materialized (
        select l.* from pg_catalog.pg_locks l
        where not l.granted and l.locktype in ('relation', 'tuple', 'transactionid', 'virtualxid')
          or l.granted and l.locktype = 'tuple'
      )
      select %s, w.locktype, w.mode,
        case when w.waitstart is not null then %s end as waits_for,
        n.nspname as schema_name, c.relname as table_name,
        pg_catalog.pg_blocking_pids(w.pid)::text[] as blockers
      from locks w
      join pg_catalog.pg_stat_activity a on a.pid = w.pid
      left join lateral (
        select l.relation from locks l
        where l.pid = w.pid and l.locktype = 'tuple' and l.granted
        order by l.relation limit 1
      ) changed on w.locktype = 'transactionid'
      left join pg_catalog.pg_class c
        on c.oid = coalesce(w.relation, changed.relation) and c.relkind in ('r', 'p')
      left join pg_catalog.pg_namespace n on n.oid = c.relnamespace and %s
      where not w.granted and a.datid = %s
        and a.backend_type is distinct from 'parallel worker'
        and w.pid <> pg_catalog.pg_backend_pid()
      order by w.pid
      """
          .formatted(
              Processes.COLUMNS,
              Processes.secondsSince("w.waitstart"),
              CatalogSql.USER_SCHEMA,
              TableLocks.THIS_DATABASE);

  private LockWaits() {}

  static Query<LockWait> query() {
    return new Query<>("waiting locks", SQL, LockWaits::read);
  }

  private static LockWait read(Row row) {
    Optional<ObjectName> table =
        row.isNull("schema_name")
            ? Optional.empty()
            : Optional.of(new ObjectName(row.text("schema_name"), row.text("table_name")));
    return new LockWait(
        Processes.read(row),
        target(row.text("locktype"), table.isPresent()),
        table,
        LockMode.parse(row.text("mode")),
        Processes.seconds(row, "waits_for").orElse(Duration.ZERO),
        row.texts("blockers").stream().map(Integer::valueOf).distinct().toList());
  }

  private static Target target(String locktype, boolean tableKnown) {
    return switch (locktype) {
      case "relation" -> Target.TABLE;
      case "tuple" -> Target.ROW;
      default -> tableKnown ? Target.ROW : Target.TRANSACTION;
    };
  }
}
