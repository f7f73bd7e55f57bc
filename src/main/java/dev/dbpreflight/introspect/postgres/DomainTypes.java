package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Row;
import dev.dbpreflight.model.Constraint;
import dev.dbpreflight.model.DomainType;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.SqlText;
import java.util.List;
import java.util.stream.IntStream;

/** Domains. Their NOT NULL is a property, also where the server (17) lists it as a constraint. */
final class DomainTypes {

  private DomainTypes() {}

  // One row per domain, its checks as arrays of equal length; 14 to 18.
  static Query<DomainType> query() {
    return new Query<>(
        "domains",
        """
        select n.nspname as schema, t.typname as name,
          pg_catalog.format_type(t.typbasetype, t.typtypmod) as type,
          case when t.typcollation <> base.typcollation
            then t.typcollation::pg_catalog.regcollation::pg_catalog.text end as collation,
          t.typnotnull as not_null,
          pg_catalog.pg_get_expr(t.typdefaultbin, 0) as default_expression,
          checks.names as check_names, checks.expressions as check_expressions,
          checks.validated as check_validated, checks.comments as check_comments,
          %s
        from pg_catalog.pg_type t
        join pg_catalog.pg_namespace n on n.oid = t.typnamespace
        join pg_catalog.pg_type base on base.oid = t.typbasetype
        cross join lateral (
          select
            pg_catalog.array_agg(k.conname::pg_catalog.text) as names,
            pg_catalog.array_agg(pg_catalog.pg_get_expr(k.conbin, 0)) as expressions,
            pg_catalog.array_agg(k.convalidated::pg_catalog.text) as validated,
            pg_catalog.array_agg(coalesce(d.description, '')) as comments
          from pg_catalog.pg_constraint k
          left join pg_catalog.pg_description d
            on d.objoid = k.oid and d.objsubid = 0
              and d.classoid = 'pg_catalog.pg_constraint'::pg_catalog.regclass
          where k.contypid = t.oid and k.contype = 'c') checks
        %s
        where t.typtype = 'd' and %s
          -- members of extensions go with them
          and %s
        """
            .formatted(
                CatalogSql.attributes("t.typowner", "t.typacl", 'T'),
                CatalogSql.commentOn("pg_type", "t.oid"),
                CatalogSql.USER_SCHEMA,
                CatalogSql.ownObject("pg_type", "t.oid")),
        row ->
            new DomainType(
                new ObjectName(row.text("schema"), row.text("name")),
                row.text("type"),
                row.textOrEmpty("collation"),
                row.flag("not_null"),
                SqlText.of(row.textOrEmpty("default_expression")),
                checks(row),
                CatalogSql.attributes(row)));
  }

  private static List<Constraint.Check> checks(Row row) {
    List<String> names = row.texts("check_names");
    List<String> expressions = row.texts("check_expressions");
    List<String> validated = row.texts("check_validated");
    List<String> comments = row.texts("check_comments");
    return IntStream.range(0, names.size())
        .mapToObj(
            index ->
                new Constraint.Check(
                    names.get(index),
                    SqlText.of(expressions.get(index)),
                    validated.get(index).equals("true"),
                    true,
                    false,
                    false,
                    comments.get(index)))
        .toList();
  }
}
