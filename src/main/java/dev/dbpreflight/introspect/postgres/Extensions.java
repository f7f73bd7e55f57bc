package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Query;
import dev.dbpreflight.model.Extension;
import dev.dbpreflight.model.ObjectName;

/** Extensions, without what is inside them. */
final class Extensions {

  // One row per extension; 14 to 18.
  static Query<Extension> query() {
    return new Query<>(
        "extensions",
        """
        select e.extname as name, n.nspname as schema, e.extversion as version,
          comment.description as comment
        from pg_catalog.pg_extension e
        join pg_catalog.pg_namespace n on n.oid = e.extnamespace
        %s
        -- initdb puts this one into every database
        where e.extname <> 'plpgsql'
        """
            .formatted(CatalogSql.commentOn("pg_extension", "e.oid")),
        row ->
            new Extension(
                ObjectName.global(row.text("name")),
                row.text("schema"),
                row.text("version"),
                row.textOrEmpty("comment")));
  }
}
