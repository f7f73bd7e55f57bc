package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Row;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.Publication;
import java.util.List;
import java.util.stream.Stream;

/** Publications with their tables; column lists, row filters and whole schemas came with 15. */
final class Publications {

  private static final List<String> OPERATIONS = List.of("insert", "update", "delete", "truncate");

  /** The column list in the order of the table, and the filter: 15 to 18. */
  private static final String LIST_AND_FILTER =
      """
      || coalesce(' (' || (
          select pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' order by a.attname)
          from pg_catalog.pg_attribute a
          where a.attrelid = r.prrelid and a.attnum = any (r.prattrs::pg_catalog.int2[])) || ')', '')
      || coalesce(' WHERE (' || pg_catalog.pg_get_expr(r.prqual, r.prrelid) || ')', '')\
      """;

  /** Whole schemas: 15 to 18. */
  private static final String SCHEMAS =
      """
      || array(
        select 'TABLES IN SCHEMA ' || pg_catalog.quote_ident(s.nspname)
        from pg_catalog.pg_publication_namespace m
        join pg_catalog.pg_namespace s on s.oid = m.pnnspid
        where m.pnpubid = p.oid)\
      """;

  private Publications() {}

  // One row per publication; 14 to 18.
  static Query<Publication> query(int major) {
    return new Query<>(
        "publications",
        """
        select p.pubname as name, p.puballtables as all_tables,
          p.pubinsert as insert, p.pubupdate as update, p.pubdelete as delete,
          p.pubtruncate as truncate, p.pubviaroot as via_root,
          case %s when 's' then 'stored' else 'none' end as generated_columns,
          array(
            select 'TABLE ' || r.prrelid::pg_catalog.regclass::pg_catalog.text
              %s
            from pg_catalog.pg_publication_rel r
            where r.prpubid = p.oid) %s as members,
          %s
        from pg_catalog.pg_publication p
        %s
        -- members of extensions go with them
        where %s
        """
            .formatted(
                major >= 18 ? "p.pubgencols" : "'n'",
                major >= 15 ? LIST_AND_FILTER : "",
                major >= 15 ? SCHEMAS : "",
                CatalogSql.attributesWithoutGrants("p.pubowner"),
                CatalogSql.commentOn("pg_publication", "p.oid"),
                CatalogSql.ownObject("pg_publication", "p.oid")),
        row ->
            new Publication(
                ObjectName.global(row.text("name")),
                row.flag("all_tables"),
                operations(row).toList(),
                row.flag("via_root"),
                row.text("generated_columns"),
                row.texts("members"),
                CatalogSql.attributes(row)));
  }

  private static Stream<String> operations(Row row) {
    return OPERATIONS.stream().filter(row::flag);
  }
}
