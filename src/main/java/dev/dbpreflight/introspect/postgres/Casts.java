package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Query;
import dev.dbpreflight.model.Cast;
import dev.dbpreflight.model.ObjectName;

/** Casts. They live in no schema and belong to nobody. */
final class Casts {

  private Casts() {}

  // One row per cast; 14 to 18.
  static Query<Cast> query() {
    return new Query<>(
        "casts",
        """
        select pg_catalog.format_type(c.castsource, null) || ' AS '
            || pg_catalog.format_type(c.casttarget, null) as name,
          c.castmethod::pg_catalog.text as method, %s as function,
          c.castcontext::pg_catalog.text as context, comment.description as comment
        from pg_catalog.pg_cast c
        %s
        -- below: the server's own
        where c.oid >= %d
          -- members of extensions go with them, the cast of a range to its multirange with the range
          and %s
        """
            .formatted(
                CatalogSql.function("c.castfunc"),
                CatalogSql.commentOn("pg_cast", "c.oid"),
                CatalogSql.FIRST_USER_OID,
                CatalogSql.standsAlone("pg_cast", "c.oid")),
        row ->
            new Cast(
                ObjectName.global(row.text("name")),
                method(row.text("method")),
                row.textOrEmpty("function"),
                context(row.text("context")),
                row.textOrEmpty("comment")));
  }

  private static String method(String letter) {
    return switch (letter) {
      case "f" -> "FUNCTION";
      case "i" -> "INOUT";
      case "b" -> "BINARY";
      default -> throw new IllegalStateException("castmethod " + letter);
    };
  }

  private static String context(String letter) {
    return switch (letter) {
      case "e" -> "EXPLICIT";
      case "a" -> "ASSIGNMENT";
      case "i" -> "IMPLICIT";
      default -> throw new IllegalStateException("castcontext " + letter);
    };
  }
}
