package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Query;
import dev.dbpreflight.model.ExtendedStatistics;
import dev.dbpreflight.model.ObjectName;

/** Extended statistics objects. The columns are sorted: their order means nothing to the server. */
final class ExtendedStatisticsObjects {

  private ExtendedStatisticsObjects() {}

  // One row per statistics object; the kind "e" goes with expressions and is not told; 14 to 18.
  static Query<ExtendedStatistics> query() {
    return new Query<>(
        "extended statistics",
        """
        select n.nspname as schema, s.stxname as name, tn.nspname as table_schema,
          t.relname as table_name,
          array(
            select case kind when 'd' then 'ndistinct' when 'f' then 'dependencies'
              when 'm' then 'mcv' else kind end
            from pg_catalog.unnest(s.stxkind::pg_catalog.text[]) kind
            where kind <> 'e') as kinds,
          array(
            select a.attname::pg_catalog.text from pg_catalog.pg_attribute a
            where a.attrelid = s.stxrelid and a.attnum = any (s.stxkeys::pg_catalog.int2[])
            order by a.attname)
            || pg_catalog.pg_get_statisticsobjdef_expressions(s.oid) as elements,
          coalesce(s.stxstattarget, -1) as target,
          %s
        from pg_catalog.pg_statistic_ext s
        join pg_catalog.pg_namespace n on n.oid = s.stxnamespace
        join pg_catalog.pg_class t on t.oid = s.stxrelid
        join pg_catalog.pg_namespace tn on tn.oid = t.relnamespace
        %s
        where %s
          -- members of extensions go with them
          and %s
        """
            .formatted(
                CatalogSql.attributesWithoutGrants("s.stxowner"),
                CatalogSql.commentOn("pg_statistic_ext", "s.oid"),
                CatalogSql.USER_SCHEMA,
                CatalogSql.ownObject("pg_statistic_ext", "s.oid")),
        row ->
            new ExtendedStatistics(
                new ObjectName(row.text("schema"), row.text("name")),
                new ObjectName(row.text("table_schema"), row.text("table_name")),
                row.texts("kinds"),
                row.texts("elements"),
                (int) row.number("target"),
                CatalogSql.attributes(row)));
  }
}
