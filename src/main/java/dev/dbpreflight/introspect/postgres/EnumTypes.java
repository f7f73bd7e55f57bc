package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Query;
import dev.dbpreflight.model.EnumType;
import dev.dbpreflight.model.ObjectName;

/** Enumerated types. */
final class EnumTypes {

  // One row per enumerated type; 14 to 18.
  static Query<EnumType> query() {
    return new Query<>(
        "enumerated types",
        """
        select n.nspname as schema, t.typname as name,
          array(
            select label.enumlabel::pg_catalog.text from pg_catalog.pg_enum label
            where label.enumtypid = t.oid order by label.enumsortorder) as labels,
          %s
        from pg_catalog.pg_type t
        join pg_catalog.pg_namespace n on n.oid = t.typnamespace
        %s
        where t.typtype = 'e' and %s
          -- members of extensions go with them
          and %s
        """
            .formatted(
                CatalogSql.attributes("t.typowner", "t.typacl", 'T'),
                CatalogSql.commentOn("pg_type", "t.oid"),
                CatalogSql.USER_SCHEMA,
                CatalogSql.ownObject("pg_type", "t.oid")),
        row ->
            new EnumType(
                new ObjectName(row.text("schema"), row.text("name")),
                row.texts("labels"),
                CatalogSql.attributes(row)));
  }
}
