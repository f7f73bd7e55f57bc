package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.conditions.ByteCount;
import dev.dbpreflight.conditions.Capacity;
import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.conditions.TableSize;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.conditions.Unread;
import dev.dbpreflight.connect.Answers;
import dev.dbpreflight.connect.Query;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.problem.ProblemException;
import java.util.Comparator;
import java.util.List;

/**
 * How large tables are, as the catalog has it since they were last vacuumed or analyzed: asking for
 * their true size takes a lock on each of them.
 */
final class EstimatedSizes implements ConditionArea {

  // One row is a table that is not the system's and not temporary. A partitioned one has the sum of
  // its partitions, over all levels. Pages of indexes and of what is stored out of line count to
  // the table; those that hold nothing yet are passed over for speed. reltuples is -1 (before 14:
  // 0,
  // as in an empty one) until the first vacuum or analyze. Tried on 14 to 18.
  private final Query<TableSize> sizes =
      new Query<>(
          "sizes of tables",
          """
          with recursive indexes as (
            select i.indrelid as oid, pg_catalog.sum(c.relpages) as pages
            from pg_catalog.pg_class c join pg_catalog.pg_index i on i.indexrelid = c.oid
            where c.relkind = 'i' and c.relpages > 1
            group by i.indrelid
          ), toasts as (
            select t.oid, t.relpages + coalesce(i.pages, 0) as pages
            from pg_catalog.pg_class t left join indexes i on i.oid = t.oid
            where t.relkind = 't' and t.relpages > 0
          ), partitions as (
            select i.inhparent as whole, i.inhrelid as part
            from pg_catalog.pg_inherits i
              join pg_catalog.pg_class c on c.oid = i.inhrelid
            where c.relispartition and c.relkind in ('r', 'p')
            union all
            select i.inhparent, p.part
            from partitions p join pg_catalog.pg_inherits i on i.inhrelid = p.whole
          ), stored as (
            select c.oid as part, c.relnamespace, c.relname, c.reltuples >= 0 as known,
              greatest(c.reltuples, 0)::bigint as row_count,
              c.relpages + coalesce(i.pages, 0) + coalesce(t.pages, 0) as pages,
              pg_catalog.age(c.relfrozenxid)
                  > pg_catalog.current_setting('autovacuum_freeze_max_age')::integer
                or pg_catalog.mxid_age(c.relminmxid)
                  > pg_catalog.current_setting('autovacuum_multixact_freeze_max_age')::integer
                as vacuum_due
            from pg_catalog.pg_class c
              left join indexes i on i.oid = c.oid
              left join toasts t on t.oid = c.reltoastrelid
            where c.relkind = 'r' and c.relpersistence <> 't'
          ), tables as (
            select s.relnamespace, s.relname, s.pages, s.row_count, s.known, s.vacuum_due
            from stored s
            union all
            select c.relnamespace, c.relname, coalesce(pg_catalog.sum(s.pages), 0),
              coalesce(pg_catalog.sum(s.row_count), 0),
              coalesce(pg_catalog.bool_and(s.known), true),
              coalesce(pg_catalog.bool_or(s.vacuum_due), false)
            from partitions p
              join pg_catalog.pg_class c on c.oid = p.whole
              left join stored s on s.part = p.part
            group by c.relnamespace, c.relname
          )
          select n.nspname, t.relname,
            t.pages * pg_catalog.current_setting('block_size')::bigint as bytes,
            t.row_count, t.known, t.vacuum_due
          from tables t join pg_catalog.pg_namespace n on n.oid = t.relnamespace
          where n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
          """,
          row ->
              new TableSize(
                  new ObjectName(row.text("nspname"), row.text("relname")),
                  new ByteCount(row.number("bytes")),
                  row.number("row_count"),
                  row.flag("known"),
                  row.flag("vacuum_due")));

  private final Grantee reader;

  EstimatedSizes(Grantee reader) {
    this.reader = reader;
  }

  @Override
  public List<Query<?>> queries() {
    return List.of(sizes);
  }

  @Override
  public Conditions with(Conditions known, Answers answers) {
    Capacity capacity = known.capacity().orElse(Capacity.NONE);
    return known.with(
        capacity.withTables(
            answers.of(sizes).stream().sorted(Comparator.comparing(TableSize::table)).toList()));
  }

  @Override
  public Unread refused(ProblemException refusal) {
    return reader.unread(Topic.TABLE_SIZES, "the sizes of tables", refusal);
  }
}
