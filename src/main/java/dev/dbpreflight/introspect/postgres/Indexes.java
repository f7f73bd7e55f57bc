package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Row;
import dev.dbpreflight.model.SqlText;
import dev.dbpreflight.model.Storage;
import java.util.List;

/**
 * Indexes, also those behind constraints, told by the columns of pg_index: faster than its text.
 */
final class Indexes {
  private static final int NULLS_NOT_DISTINCT = 15;

  /**
   * The access methods. Most indexes are of the first two, whose operator classes know options only
   * where somebody made such a class, with a support function of that number (manual, "Index Method
   * Support Routines"): no need to look for the options of each key.
   */
  private static final String METHODS =
      """
      select method.oid, method.amname, method.amname not in ('btree', 'hash') or exists (
          select from pg_catalog.pg_opfamily family
          join pg_catalog.pg_amproc support on support.amprocfamily = family.oid
          where family.opfmethod = method.oid
            and support.amprocnum = case method.amname when 'btree' then 5 else 3 end)
        as knows_options
      from pg_catalog.pg_am method offset 0\
      """;

  private Indexes() {}

  /**
   * One index.
   *
   * @param keyCount how many of {@code attributes} are keys; the others are carried along
   * @param attributes pg_attribute.attnum of the table; 0 for an expression
   * @param classOptions of the operator classes: the place of the key from 1, "=", and an option
   * @param expressions of the keys that are no columns, in order
   * @param attached to an index of the partitioned table, which tells everything about it
   */
  record IndexRow(
      long oid,
      long table,
      String name,
      String method,
      boolean unique,
      boolean nullsNotDistinct,
      boolean valid,
      boolean clustered,
      boolean replicaIdentity,
      boolean attached,
      int keyCount,
      long[] attributes,
      long[] flags,
      long[] collations,
      long[] operatorClasses,
      List<String> classOptions,
      List<String> expressions,
      SqlText predicate,
      Storage storage,
      List<String> statistics,
      String comment) {}

  /** A name that keys point at by oid. */
  record Named(long oid, String name) {}

  /**
   * An operator class.
   *
   * @param type that it is made for, as columns spell it
   * @param standard the one that keys of that type have unless they say otherwise
   */
  record OperatorClass(long oid, String name, long method, String type, boolean standard) {}

  // One row per index of a table or materialized view, NULL for what most have; 13 to 18.
  static Query<IndexRow> query(int major) {
    Words words = new Words();
    return new Query<>(
        "indexes",
        """
        select i.indexrelid::pg_catalog.int8 as oid, i.indrelid::pg_catalog.int8 as relation,
          ic.relname as name, method.amname as method, nullif(i.indisunique, false) as is_unique,
          nullif(%s, false) as nulls_not_distinct, nullif(not i.indisvalid, false) as invalid,
          nullif(i.indisclustered, false) as clustered,
          nullif(i.indisreplident, false) as replica_identity,
          nullif(ic.relispartition, false) as attached,
          i.indnkeyatts as key_count, i.indkey::pg_catalog.text as attributes,
          i.indoption::pg_catalog.text as flags, i.indcollation::pg_catalog.text as collations,
          i.indclass::pg_catalog.text as operator_classes,
          case when method.knows_options then array(
            select a.attnum || '=' || option
            from pg_catalog.pg_attribute a cross join lateral pg_catalog.unnest(a.attoptions) option
            where a.attrelid = i.indexrelid and not %s)::pg_catalog.text end as class_options,
          case when i.indexprs is not null then array(
            select coalesce(
              pg_catalog.pg_get_indexdef(i.indexrelid, key.position::pg_catalog.int4, false), %6$s)
            from pg_catalog.unnest(i.indkey) with ordinality key(number, position)
            where key.number = 0 order by key.position)::pg_catalog.text end as expressions,
          case when i.indpred is not null
            then coalesce(pg_catalog.pg_get_expr(i.indpred, i.indrelid), %6$s) end as predicate,
          -- the method is the index's own, not a way to store it
          null as access_method, space.spcname as tablespace, ic.reloptions::pg_catalog.text as options,
          case when i.indexprs is not null then array(
            select a.attnum || '=' || a.attstattarget from pg_catalog.pg_attribute a
            where a.attrelid = i.indexrelid and a.attstattarget >= 0)::pg_catalog.text
            end as statistics,
          comment.description as comment
        from pg_catalog.pg_index i
        -- all of them read once: a server that misjudges how many pass would look for each one
        join (select oid, relname, relam, reltablespace, reloptions, relispartition
          from pg_catalog.pg_class where relkind in ('i', 'I') offset 0) ic on ic.oid = i.indexrelid
        join (%s) method on method.oid = ic.relam
        join pg_catalog.pg_class c on c.oid = i.indrelid
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        left join pg_catalog.pg_tablespace space on space.oid = ic.reltablespace
        %s
        where %s
        """
            .formatted(
                major < NULLS_NOT_DISTINCT ? "false" : "i.indnullsnotdistinct",
                CatalogSql.serversMark("option"),
                METHODS,
                CatalogSql.commentOn("pg_class", "i.indexrelid"),
                Relations.WITH_PARTS,
                CatalogSql.GONE),
        row -> index(row, words),
        true);
  }

  // One row per operator class; 13 to 18.
  static Query<OperatorClass> operatorClasses() {
    return new Query<>(
        "operator classes",
        """
        select o.oid::pg_catalog.int8 as oid,
          case n.nspname when 'pg_catalog' then '' else n.nspname || '.' end || o.opcname as name,
          o.opcmethod::pg_catalog.int8 as method,
          pg_catalog.format_type(o.opcintype, null) as type, o.opcdefault as standard
        from pg_catalog.pg_opclass o
        join pg_catalog.pg_namespace n on n.oid = o.opcnamespace
        """,
        row ->
            new OperatorClass(
                row.number("oid"),
                row.text("name"),
                row.number("method"),
                row.text("type"),
                row.flag("standard")));
  }

  // One row per collation that an index may use; 14 to 18.
  static Query<Named> collations() {
    return new Query<>(
        "collations of indexes",
        """
        select col.oid::pg_catalog.int8 as oid,
          case n.nspname when 'pg_catalog' then '' else n.nspname || '.' end || col.collname as name
        from pg_catalog.pg_collation col
        join pg_catalog.pg_namespace n on n.oid = col.collnamespace
        -- the server notes who uses one that can be dropped; the others are few
        where col.oid < %d or col.oid in (
          select refobjid from pg_catalog.pg_depend
          where refclassid = 'pg_catalog.pg_collation'::pg_catalog.regclass)
        """
            .formatted(CatalogSql.FIRST_UNPINNED_OID),
        row -> new Named(row.number("oid"), row.text("name")));
  }

  private static IndexRow index(Row row, Words words) {
    return new IndexRow(
        row.number("oid"),
        row.number("relation"),
        row.text("name"),
        words.one(row.text("method")),
        row.flag("is_unique"),
        row.flag("nulls_not_distinct"),
        !row.flag("invalid"),
        row.flag("clustered"),
        row.flag("replica_identity"),
        row.flag("attached"),
        (int) row.number("key_count"),
        words.numbers(row.text("attributes")),
        words.numbers(row.text("flags")),
        words.numbers(row.text("collations")),
        words.numbers(row.text("operator_classes")),
        row.texts("class_options"),
        row.texts("expressions"),
        words.sql(row.text("predicate")),
        words.storage(row),
        row.texts("statistics"),
        row.textOrEmpty("comment"));
  }
}
