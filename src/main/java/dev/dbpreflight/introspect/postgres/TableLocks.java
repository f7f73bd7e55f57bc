package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.conditions.LockMode;
import dev.dbpreflight.connect.Row;
import dev.dbpreflight.model.ObjectName;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which of the users' tables somebody has locked. */
final class TableLocks {

  /** The database that is asked. */
  static final String THIS_DATABASE =
      """
      (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database())\
      """;

  /**
   * All locks, so that two looks at them are at the same moment. Then one row: a process or a
   * prepared transaction that has locked users' tables, as arrays with one element per table and
   * mode. Left out are the server's own tables, of which every statement locks some, temporary
   * ones, which nobody else can lock, and predicate locks, which nobody waits for. Tried on 14 to
   * 18.
   */
  static final String HELD =
      """
      locks as materialized (
        select l.pid, l.virtualtransaction, l.locktype, l.database, l.relation, l.mode,
          l.transactionid
        from pg_catalog.pg_locks l
        where l.granted and l.locktype in ('relation', 'virtualxid', 'transactionid')
      ), held as (
        select l.pid, l.virtualtransaction,
          pg_catalog.array_agg(n.nspname::text order by c.oid, l.mode) as schemas,
          pg_catalog.array_agg(c.relname::text order by c.oid, l.mode) as tables,
          pg_catalog.array_agg(l.mode order by c.oid, l.mode) as modes
        from locks l
        join pg_catalog.pg_class c on c.oid = l.relation and c.relkind in ('r', 'p')
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where l.locktype = 'relation' and l.mode <> 'SIReadLock' and l.database = %s and %s
        group by l.pid, l.virtualtransaction
      )\
      """
          .formatted(THIS_DATABASE, CatalogSql.USER_SCHEMA);

  private TableLocks() {}

  /** From a row of {@code held}; no locks where it is missing. */
  static SortedMap<ObjectName, LockMode> read(Row row) {
    List<String> schemas = row.texts("schemas");
    List<String> tables = row.texts("tables");
    List<String> modes = row.texts("modes");
    SortedMap<ObjectName, LockMode> locks = new TreeMap<>();
    for (int at = 0; at < tables.size(); at++) {
      locks.merge(
          new ObjectName(schemas.get(at), tables.get(at)),
          LockMode.parse(modes.get(at)),
          LockMode::or);
    }
    return locks;
  }
}
