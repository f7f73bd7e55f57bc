package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Query;

/**
 * Finds the sequences, the columns that they fill and what stands in the way of reading either.
 * Nothing here waits: what another session has locked is left alone.
 */
final class SequenceUses {

  /** Above, finding a greatest value opens so many relations that it is no longer cheap. */
  private static final int MOST_PARTITIONS = 100;

  /** The columns that a sequence fills. */
  private static final String USES =
      """
      uses as (
        -- owned by a column, or the inside of its identity
        select d.objid as sequence, d.refobjid as relation, d.refobjsubid as attnum
        from pg_catalog.pg_depend d
        join pg_catalog.pg_sequence q on q.seqrelid = d.objid
        where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
          and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
          and d.refobjsubid > 0 and d.deptype in ('a', 'i')
        union
        -- named by the default of a column; partitions and children have it from their parent
        select d.refobjid, f.adrelid, f.adnum
        from pg_catalog.pg_depend d
        join pg_catalog.pg_sequence q on q.seqrelid = d.refobjid
        join pg_catalog.pg_attrdef f on f.oid = d.objid
        join pg_catalog.pg_class c on c.oid = f.adrelid and not c.relispartition
        join pg_catalog.pg_attribute a
          on a.attrelid = f.adrelid and a.attnum = f.adnum and a.attinhcount = 0
        where d.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass
          and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass)\
      """;

  /** Relations that other sessions have locked; weaker locks stop readers of sequences already. */
  private static final String LOCKED =
      """
      locked as materialized (
        select l.relation, pg_catalog.bool_or(l.mode = 'AccessExclusiveLock') as readers
        from pg_catalog.pg_locks l
        where l.locktype = 'relation' and l.granted and l.pid <> pg_catalog.pg_backend_pid()
          and l.database = (
            select oid from pg_catalog.pg_database where datname = pg_catalog.current_database())
          and l.mode in
            ('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')
        group by l.relation)\
      """;

  /** All that is missing to select from the sequence, so that asking once is enough. */
  private static final String GRANT_SEQUENCE =
      """
      pg_catalog.concat_ws('; ',
        case when not pg_catalog.has_schema_privilege(n.oid, 'USAGE')
          then pg_catalog.format('GRANT USAGE ON SCHEMA %I TO %I', n.nspname, current_user) end,
        case when not pg_catalog.has_sequence_privilege(c.oid, 'SELECT')
          then pg_catalog.format('GRANT SELECT ON SEQUENCE %s TO %I',
            c.oid::pg_catalog.regclass, current_user) end)\
      """;

  /** All that is missing to read the column. */
  private static final String GRANT_COLUMN =
      """
      pg_catalog.concat_ws('; ',
        case when not pg_catalog.has_schema_privilege(t.relnamespace, 'USAGE')
          then pg_catalog.format('GRANT USAGE ON SCHEMA %I TO %I', tn.nspname, current_user) end,
        case when not pg_catalog.has_column_privilege(t.oid, a.attnum, 'SELECT')
          then pg_catalog.format('GRANT SELECT ON %s TO %I',
            t.oid::pg_catalog.regclass, current_user) end,
        case when pg_catalog.row_security_active(t.oid)
          then pg_catalog.format('ALTER ROLE %I BYPASSRLS', current_user) end)\
      """;

  /** What stands in the way of looking at the sequence at all. */
  private static final String SEQUENCE_OBSTACLE =
      """
      case
        when not pg_catalog.has_sequence_privilege(s.oid, 'SELECT, USAGE') then array[
          'permission denied for sequence ' || s.relname, s.grant_select]
        when exists (select from locked where locked.relation = s.oid) then array[
          'another session has locked the sequence', 'try again when its transaction has ended']
        when s.relpersistence = 'u' and pg_catalog.pg_is_in_recovery() then array[
          'an unlogged sequence has no content on a standby', 'ask the primary server']
        end\
      """;

  /** What stands in the way of selecting from the sequence. */
  private static final String START_OBSTACLE =
      """
      case
        when not pg_catalog.has_schema_privilege(s.relnamespace, 'USAGE') then array[
          'permission denied for schema ' || s.nspname, s.grant_select]
        when not pg_catalog.has_sequence_privilege(s.oid, 'SELECT') then array[
          'permission denied for sequence ' || s.relname, s.grant_select]
        end\
      """;

  /** What stands in the way of reading the column. */
  private static final String COLUMN_OBSTACLE =
      """
      case
        when t.oid is null or file.empty then null
        when not pg_catalog.has_schema_privilege(t.relnamespace, 'USAGE') then array[
          'permission denied for schema ' || tn.nspname, {grantColumn}]
        when not pg_catalog.has_column_privilege(t.oid, a.attnum, 'SELECT') then array[
          'permission denied for table ' || t.relname, {grantColumn}]
        when pg_catalog.row_security_active(t.oid) then array[
          'row security hides rows of the table ' || t.relname || ' from this role',
          {grantColumn}]
        when base.oid not in (20, 21, 23) then array[
          'the column is of type ' || pg_catalog.format_type(a.atttypid, a.atttypmod),
          'look by hand: ' || pg_catalog.format(
            'SELECT max(%I) FROM %s', a.attname, t.oid::pg_catalog.regclass)]
        when not exists (
          -- a whole, valid btree that the server's own operators sort
          select from pg_catalog.pg_index i
          join pg_catalog.pg_class c on c.oid = i.indexrelid
          join pg_catalog.pg_opclass k on k.oid = i.indclass[0]
          where i.indrelid = t.oid and i.indkey[0] = a.attnum and i.indisvalid and i.indisready
            and i.indpred is null and c.relam = 403
            and k.opcnamespace = 'pg_catalog'::pg_catalog.regnamespace) then array[
          'no index begins with the column, so it would take reading the whole table',
          'look by hand: ' || pg_catalog.format(
            'SELECT max(%I) FROM %s', a.attname, t.oid::pg_catalog.regclass)]
        when exists (select from locked where locked.relation = t.oid and locked.readers) then array[
          'another session has locked the table', 'try again when its transaction has ended']
        when t.relkind = 'p' then (
          with recursive tree as (
            select h.inhrelid as oid from pg_catalog.pg_inherits h where h.inhparent = t.oid
            union all
            select h.inhrelid from tree join pg_catalog.pg_inherits h on h.inhparent = tree.oid)
          select case
            when pg_catalog.count(*) > {most} then array[
              'the table has more than {most} partitions',
              'look by hand: ' || pg_catalog.format(
                'SELECT max(%I) FROM %s', a.attname, t.oid::pg_catalog.regclass)]
            when pg_catalog.bool_or(c.relkind = 'f') then array[
              'a partition of the table is on another server',
              'look by hand: ' || pg_catalog.format(
                'SELECT max(%I) FROM %s', a.attname, t.oid::pg_catalog.regclass)]
            when pg_catalog.bool_or(locked.readers) then array[
              'another session has locked a partition', 'try again when its transaction has ended']
            end
          from tree
          join pg_catalog.pg_class c on c.oid = tree.oid
          left join locked on locked.relation = tree.oid)
        end\
      """
          .replace("{most}", String.valueOf(MOST_PARTITIONS));

  private static final String SQL =
      """
      with {uses}, {locked},
      sequences as (
        select c.oid, c.relname, c.relnamespace, n.nspname, c.relpersistence, q.seqincrement,
          q.seqmin, q.seqmax, c.oid::pg_catalog.regclass::pg_catalog.text as sql,
          {grantSequence} as grant_select
        from pg_catalog.pg_sequence q
        join pg_catalog.pg_class c on c.oid = q.seqrelid
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where {userSchema}
          -- members of extensions go with them
          and {own}),
      found as materialized (
        select s.*, t.oid as relation, t.relkind, tn.nspname as table_schema,
          t.relname as table_name, a.attname,
          greatest(s.seqmin, case base.oid when 21 then -32768 when 23 then -2147483648 end)
            as minimum,
          least(s.seqmax, case base.oid when 21 then 32767 when 23 then 2147483647 end) as maximum,
          {sequenceObstacle} as sequence_obstacle,
          {startObstacle} as start_obstacle,
          file.empty, {columnObstacle} as column_obstacle
        from sequences s
        left join (
            uses
            join pg_catalog.pg_class t
              on t.oid = uses.relation and t.relkind in ('r', 'p') and t.relpersistence <> 't'
            join pg_catalog.pg_namespace tn on tn.oid = t.relnamespace
            join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attnum = uses.attnum
            join pg_catalog.pg_type declared on declared.oid = a.atttypid
            join pg_catalog.pg_type base
              on base.oid = case declared.typbasetype when 0 then declared.oid
                else declared.typbasetype end)
          on uses.sequence = s.oid
        cross join lateral (
          -- an empty file has no rows; asking for its size waits for the strongest lock, and takes
          -- longer than all else that is asked of a table
          select case
            when t.relkind = 'r' and t.relpages = 0
                and not exists (
                  select from locked where locked.relation = t.oid and locked.readers)
              then pg_catalog.pg_relation_size(t.oid) = 0
            else false end as empty) file)
      select f.nspname as sequence_schema, f.relname as sequence_name, f.table_schema,
        f.table_name, f.attname as column_name, f.seqincrement as increment, f.minimum, f.maximum,
        f.oid::pg_catalog.int8 as oid, f.sequence_obstacle, f.start_obstacle, f.column_obstacle, f.sql as sequence_sql,
        case when f.relation is not null and f.column_obstacle is null and not f.empty
          then pg_catalog.format('select pg_catalog.%s(%I) from %s%s',
            case when f.seqincrement < 0 then 'min' else 'max' end, f.attname,
            case when f.relkind = 'r' then 'only ' end, f.relation::pg_catalog.regclass)
          end as probe
      from found f
      order by f.nspname, f.relname, f.table_schema, f.table_name, f.attname
      """
          .replace("{uses}", USES)
          .replace("{locked}", LOCKED)
          .replace("{userSchema}", CatalogSql.USER_SCHEMA)
          .replace("{own}", CatalogSql.ownObject("pg_class", "c.oid"))
          .replace("{sequenceObstacle}", SEQUENCE_OBSTACLE)
          .replace("{startObstacle}", START_OBSTACLE)
          .replace("{columnObstacle}", COLUMN_OBSTACLE)
          .replace("{grantColumn}", GRANT_COLUMN)
          .replace("{grantSequence}", GRANT_SEQUENCE);

  private SequenceUses() {}

  // One row per sequence and column that it fills, one per sequence that fills none; 14 to 18.
  static Query<SequenceUse> query() {
    return new Query<>("positions of sequences", SQL, SequenceUse::of);
  }
}
