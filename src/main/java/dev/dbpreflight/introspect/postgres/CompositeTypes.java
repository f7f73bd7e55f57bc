package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Row;
import dev.dbpreflight.model.Column;
import dev.dbpreflight.model.CompositeType;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.SqlText;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Composite types that stand alone; the row types of tables and views are part of those. */
final class CompositeTypes {

  private CompositeTypes() {}

  // One row per composite type, its attributes as arrays of equal length; 14 to 18.
  static Query<CompositeType> query() {
    return new Query<>(
        "composite types",
        """
        select n.nspname as schema, t.typname as name,
          attribute.names, attribute.types, attribute.collations, attribute.comments,
          %s
        from pg_catalog.pg_type t
        join pg_catalog.pg_namespace n on n.oid = t.typnamespace
        join pg_catalog.pg_class c on c.oid = t.typrelid
        cross join lateral (
          select
            pg_catalog.array_agg(a.attname::pg_catalog.text order by a.attnum) as names,
            pg_catalog.array_agg(
              pg_catalog.format_type(a.atttypid, a.atttypmod) order by a.attnum) as types,
            pg_catalog.array_agg(case when a.attcollation <> of_type.typcollation
              then a.attcollation::pg_catalog.regcollation::pg_catalog.text
              else '' end order by a.attnum) as collations,
            pg_catalog.array_agg(coalesce(d.description, '') order by a.attnum) as comments
          from pg_catalog.pg_attribute a
          join pg_catalog.pg_type of_type on of_type.oid = a.atttypid
          left join pg_catalog.pg_description d
            on d.objoid = a.attrelid and d.objsubid = a.attnum
              and d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) attribute
        %s
        -- 'c': not the row type of a table or a view
        where t.typtype = 'c' and c.relkind = 'c' and %s
          -- members of extensions go with them
          and %s
        """
            .formatted(
                CatalogSql.attributes("t.typowner", "t.typacl", 'T'),
                CatalogSql.commentOn("pg_type", "t.oid"),
                CatalogSql.USER_SCHEMA,
                CatalogSql.ownObject("pg_type", "t.oid")),
        row ->
            new CompositeType(
                new ObjectName(row.text("schema"), row.text("name")),
                columns(row),
                CatalogSql.attributes(row)));
  }

  private static List<Column> columns(Row row) {
    List<String> names = row.texts("names");
    List<String> types = row.texts("types");
    List<String> collations = row.texts("collations");
    List<String> comments = row.texts("comments");
    return IntStream.range(0, names.size())
        .mapToObj(
            index ->
                new Column(
                    names.get(index),
                    index + 1,
                    types.get(index),
                    collations.get(index),
                    false,
                    "",
                    List.of(),
                    SqlText.NONE,
                    Column.Generated.NEVER,
                    SqlText.NONE,
                    Optional.empty(),
                    "",
                    "",
                    -1,
                    List.of(),
                    false,
                    List.of(),
                    comments.get(index)))
        .toList();
  }
}
