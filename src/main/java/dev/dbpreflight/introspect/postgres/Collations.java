package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Query;
import dev.dbpreflight.model.Collation;
import dev.dbpreflight.model.ObjectName;

/**
 * Collations made by users. The version that the data was sorted with is not part of the schema.
 */
final class Collations {

  private Collations() {}

  // One row per collation; 14 to 18, which keep the ICU locale in three different columns.
  static Query<Collation> query(int major) {
    String icuLocale = major >= 17 ? "c.colllocale" : major >= 15 ? "c.colliculocale" : "null";
    return new Query<>(
        "collations",
        """
        select n.nspname as schema, c.collname as name,
          case c.collprovider when 'c' then 'libc' when 'i' then 'icu' when 'b' then 'builtin'
            when 'd' then 'default' end as provider,
          coalesce(%s, case when c.collcollate = c.collctype then c.collcollate::pg_catalog.text
            else c.collcollate || '/' || c.collctype end) as locale,
          c.collisdeterministic as deterministic, %s as rules,
          %s
        from pg_catalog.pg_collation c
        join pg_catalog.pg_namespace n on n.oid = c.collnamespace
        %s
        where %s
          -- members of extensions go with them
          and %s
        """
            .formatted(
                icuLocale,
                major >= 16 ? "c.collicurules" : "null",
                CatalogSql.attributesWithoutGrants("c.collowner"),
                CatalogSql.commentOn("pg_collation", "c.oid"),
                CatalogSql.USER_SCHEMA,
                CatalogSql.ownObject("pg_collation", "c.oid")),
        row ->
            new Collation(
                new ObjectName(row.text("schema"), row.text("name")),
                row.text("provider"),
                row.textOrEmpty("locale"),
                row.flag("deterministic"),
                row.textOrEmpty("rules"),
                CatalogSql.attributes(row)));
  }
}
