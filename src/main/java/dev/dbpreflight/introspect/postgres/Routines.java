package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Row;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.Routine;
import dev.dbpreflight.model.SqlText;

/**
 * Functions, window functions and procedures; the constructors of range types are part of those.
 */
final class Routines {

  private Routines() {}

  // One row per routine; 14 to 18.
  static Query<Routine> query() {
    return new Query<>(
        "routines",
        """
        select n.nspname as schema,
          p.proname || '(' || %s || ')' as name,
          p.prokind::pg_catalog.text as form,
          coalesce(pg_catalog.pg_get_function_arguments(p.oid), %7$s) as arguments,
          pg_catalog.pg_get_function_result(p.oid) as returns,
          l.lanname as language,
          p.provolatile::pg_catalog.text as volatility, p.proparallel::pg_catalog.text as parallel,
          p.proisstrict as strict, p.prosecdef as security_definer, p.proleakproof as leakproof,
          p.procost::pg_catalog.text as cost, p.prorows::pg_catalog.text as row_estimate,
          p.proconfig as settings, %s as support,
          array(
            select pg_catalog.format_type(transform.type, null)
            from pg_catalog.unnest(p.protrftypes) with ordinality transform(type, position)
            order by transform.position) as transforms,
          case
            when p.prosqlbody is not null then coalesce(
              pg_catalog.pg_get_function_sqlbody(p.oid), %7$s)
            when p.probin is not null then p.probin || ', ' || p.prosrc
            else p.prosrc end as body,
          %s
        from pg_catalog.pg_proc p
        join pg_catalog.pg_namespace n on n.oid = p.pronamespace
        join pg_catalog.pg_language l on l.oid = p.prolang
        %s
        where p.prokind in ('f', 'w', 'p') and %s
          -- members of extensions go with them, the constructors of ranges with the range
          and %s
        """
            .formatted(
                CatalogSql.typeList("p.proargtypes"),
                CatalogSql.function("p.prosupport"),
                CatalogSql.attributes("p.proowner", "p.proacl", 'f'),
                CatalogSql.commentOn("pg_proc", "p.oid"),
                CatalogSql.USER_SCHEMA,
                CatalogSql.standsAlone("pg_proc", "p.oid"),
                CatalogSql.GONE),
        Routines::routine);
  }

  private static Routine routine(Row row) {
    return new Routine(
        new ObjectName(row.text("schema"), row.text("name")),
        form(row.text("form")),
        row.text("arguments"),
        row.textOrEmpty("returns"),
        row.text("language"),
        volatility(row.text("volatility")),
        parallel(row.text("parallel")),
        row.flag("strict"),
        row.flag("security_definer"),
        row.flag("leakproof"),
        row.text("cost"),
        row.text("row_estimate"),
        row.texts("settings"),
        row.textOrEmpty("support"),
        row.texts("transforms"),
        SqlText.of(row.textOrEmpty("body")),
        CatalogSql.attributes(row));
  }

  private static Routine.Form form(String letter) {
    return switch (letter) {
      case "f" -> Routine.Form.FUNCTION;
      case "w" -> Routine.Form.WINDOW;
      case "p" -> Routine.Form.PROCEDURE;
      default -> throw new IllegalStateException("prokind " + letter);
    };
  }

  private static String volatility(String letter) {
    return switch (letter) {
      case "i" -> "IMMUTABLE";
      case "s" -> "STABLE";
      case "v" -> "VOLATILE";
      default -> throw new IllegalStateException("provolatile " + letter);
    };
  }

  static String parallel(String letter) {
    return switch (letter) {
      case "s" -> "SAFE";
      case "r" -> "RESTRICTED";
      case "u" -> "UNSAFE";
      default -> throw new IllegalStateException("proparallel " + letter);
    };
  }
}
