package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Query;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.RangeType;

/** Range types; the multirange type and the constructors that come with one are part of it. */
final class RangeTypes {

  private RangeTypes() {}

  // One row per range type; 14 to 18.
  static Query<RangeType> query() {
    return new Query<>(
        "range types",
        """
        select n.nspname as schema, t.typname as name,
          pg_catalog.format_type(r.rngsubtype, null) as subtype,
          case when r.rngcollation <> subtype.typcollation
            then r.rngcollation::pg_catalog.regcollation::pg_catalog.text end as collation,
          case when class_schema.nspname = 'pg_catalog' then class.opcname::pg_catalog.text
            else pg_catalog.format('%%I.%%I', class_schema.nspname, class.opcname)
            end as operator_class,
          %s as canonical, %s as subtype_difference,
          pg_catalog.format_type(r.rngmultitypid, null) as multirange,
          %s
        from pg_catalog.pg_type t
        join pg_catalog.pg_namespace n on n.oid = t.typnamespace
        join pg_catalog.pg_range r on r.rngtypid = t.oid
        join pg_catalog.pg_type subtype on subtype.oid = r.rngsubtype
        join pg_catalog.pg_opclass class on class.oid = r.rngsubopc
        join pg_catalog.pg_namespace class_schema on class_schema.oid = class.opcnamespace
        %s
        where %s
          -- members of extensions go with them
          and %s
        """
            .formatted(
                CatalogSql.function("r.rngcanonical"),
                CatalogSql.function("r.rngsubdiff"),
                CatalogSql.attributes("t.typowner", "t.typacl", 'T'),
                CatalogSql.commentOn("pg_type", "t.oid"),
                CatalogSql.USER_SCHEMA,
                CatalogSql.ownObject("pg_type", "t.oid")),
        row ->
            new RangeType(
                new ObjectName(row.text("schema"), row.text("name")),
                row.text("subtype"),
                row.textOrEmpty("collation"),
                row.text("operator_class"),
                row.textOrEmpty("canonical"),
                row.textOrEmpty("subtype_difference"),
                row.text("multirange"),
                CatalogSql.attributes(row)));
  }
}
