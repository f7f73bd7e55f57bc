package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Row;
import dev.dbpreflight.model.SequenceOptions;

/** How sequences count, and which columns they belong to. */
final class Sequences {

  private Sequences() {}

  /**
   * One sequence.
   *
   * @param table oid of the table whose column owns it; 0 for none
   * @param column pg_attribute.attnum of that column
   * @param identity the inside of an identity column
   */
  record SequenceRow(long oid, SequenceOptions options, long table, int column, boolean identity) {}

  // One row per sequence; 14 to 18.
  static Query<SequenceRow> query() {
    return new Query<>(
        "sequences",
        """
        select s.seqrelid::pg_catalog.int8 as oid,
          pg_catalog.format_type(s.seqtypid, null) as type, s.seqstart as start,
          s.seqincrement as increment, s.seqmin as minimum, s.seqmax as maximum,
          s.seqcache as cache, s.seqcycle as cycle,
          owner.refobjid::pg_catalog.int8 as relation, owner.refobjsubid as number,
          owner.deptype = 'i' as identity
        from pg_catalog.pg_sequence s
        -- each by the index: a catalog notes many times more
        left join lateral (
          select refobjid, refobjsubid, deptype from pg_catalog.pg_depend
          where objid = s.seqrelid and classid = 'pg_catalog.pg_class'::pg_catalog.regclass
            and refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and refobjsubid > 0
            -- OWNED BY a column, and the inside of an identity column
            and deptype in ('a', 'i')
          offset 0) owner on true
        """,
        Sequences::sequence,
        true);
  }

  private static SequenceRow sequence(Row row) {
    return new SequenceRow(
        row.number("oid"),
        new SequenceOptions(
            row.text("type").intern(),
            row.number("start"),
            row.number("increment"),
            row.number("minimum"),
            row.number("maximum"),
            row.number("cache"),
            row.flag("cycle")),
        row.number("relation"),
        (int) row.number("number"),
        row.flag("identity"));
  }
}
