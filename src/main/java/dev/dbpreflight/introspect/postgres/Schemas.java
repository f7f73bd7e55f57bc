package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Row;
import dev.dbpreflight.model.Attributes;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.Schema;

/**
 * Schemas. "public" is read like any other, although initdb makes it: its owner and its privileges
 * are not the same in every version (PUBLIC may create in it up to 14), and that is worth knowing.
 */
final class Schemas {

  /** What initdb writes; lost when somebody drops and creates "public", and nobody cares. */
  private static final String BUILT_IN_COMMENT = "standard public schema";

  // One row per schema; 14 to 18.
  static Query<Schema> query() {
    return new Query<>(
        "schemas",
        """
        select n.nspname as name,
          %s
        from pg_catalog.pg_namespace n
        %s
        where %s
          -- schemas of extensions go with them
          and %s
        """
            .formatted(
                CatalogSql.attributes("n.nspowner", "n.nspacl", 'n'),
                CatalogSql.commentOn("pg_namespace", "n.oid"),
                CatalogSql.USER_SCHEMA,
                CatalogSql.ownObject("pg_namespace", "n.oid")),
        Schemas::schema);
  }

  private static Schema schema(Row row) {
    Attributes read = CatalogSql.attributes(row);
    boolean builtIn = row.text("name").equals("public") && read.comment().equals(BUILT_IN_COMMENT);
    return new Schema(
        ObjectName.global(row.text("name")),
        builtIn ? new Attributes(read.owner(), read.grants(), "") : read);
  }
}
