package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.conditions.Backup.Size;
import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Row;
import dev.dbpreflight.connect.Session;
import dev.dbpreflight.introspect.TableSizes;
import dev.dbpreflight.model.ObjectName;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Asks a server how much its tables hold. */
public final class PostgresTableSizes implements TableSizes {
  private record Found(ObjectName table, Size size) {}

  /*
   * One row per ordinary table with rows of its own: the estimate of the last VACUUM or ANALYZE,
   * or where there was none since it was filled that of the statistics; the smaller of both, for
   * either may be of yesterday. A table without any estimate is empty, unless the server has lost
   * its statistics: then there are none of other tables either. Sizes are in pages of that time: asking the file system would wait
   * for locks. Partitioned and foreign tables hold nothing themselves. Tried on 14 to 18.
   */
  private static final Query<Found> KNOWN =
      new Query<>(
          "estimates of the rows of tables",
          """
          select n.nspname as schema, c.relname as name,
            case when c.reltuples >= 0 and s.live > 0
                then least(c.reltuples::bigint, s.live)
              when c.reltuples >= 0 then c.reltuples::bigint
              when max(s.live) over () > 0 then s.live end as row_count,
            case when c.relpages > 0
              then c.relpages::bigint * pg_catalog.current_setting('block_size')::bigint
              end as byte_count
          from pg_catalog.pg_class c
          join pg_catalog.pg_namespace n on n.oid = c.relnamespace
          cross join lateral (select pg_catalog.pg_stat_get_live_tuples(c.oid) as live) s
          where c.relkind = 'r' and c.relpersistence <> 't'
            and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
          """,
          row -> found(row, false));

  /*
   * One row per table, which is counted: the name is quoted by format. Tried on 14 to 18.
   */
  private static final Query<Found> COUNTED =
      new Query<>(
          "the rows of tables",
          """
          select n.nspname as schema, c.relname as name,
            (pg_catalog.xpath('/row/count/text()', pg_catalog.query_to_xml(
              pg_catalog.format('select pg_catalog.count(*) as count from only %I.%I',
                n.nspname, c.relname), false, true, '')))[1]::text as row_count,
            null as byte_count
          from pg_catalog.pg_class c
          join pg_catalog.pg_namespace n on n.oid = c.relnamespace
          where c.relkind = 'r' and c.relpersistence <> 't'
            and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
          """,
          row -> found(row, true));

  private static Found found(Row row, boolean exact) {
    return new Found(
        new ObjectName(row.text("schema"), row.text("name")),
        new Size(number(row, "row_count"), exact, number(row, "byte_count")));
  }

  private static OptionalLong number(Row row, String column) {
    return row.isNull(column) ? OptionalLong.empty() : OptionalLong.of(row.number(column));
  }

  @Override
  public Map<ObjectName, Size> known(Session session) {
    return byTable(session.ask(KNOWN));
  }

  @Override
  public Map<ObjectName, Size> counted(Session session) {
    return byTable(session.ask(COUNTED));
  }

  private static Map<ObjectName, Size> byTable(List<Found> found) {
    return found.stream().collect(Collectors.toMap(Found::table, Found::size));
  }
}
