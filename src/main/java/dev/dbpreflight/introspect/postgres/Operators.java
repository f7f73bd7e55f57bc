package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Query;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.Operator;

/** Operators. A shell (named by another operator, never defined) is not modelled. */
final class Operators {

  private Operators() {}

  // One row per operator; 14 to 18.
  static Query<Operator> query() {
    return new Query<>(
        "operators",
        """
        select n.nspname as schema,
          o.oprname || '('
            || case o.oprleft when 0 then 'NONE' else pg_catalog.format_type(o.oprleft, null) end
            || ', ' || pg_catalog.format_type(o.oprright, null) || ')' as name,
          %s as function, pg_catalog.format_type(o.oprresult, null) as result,
          nullif(o.oprcom, 0)::pg_catalog.regoperator::pg_catalog.text as commutator,
          nullif(o.oprnegate, 0)::pg_catalog.regoperator::pg_catalog.text as negator,
          %s as restrict_estimator, %s as join_estimator,
          o.oprcanhash as hashes, o.oprcanmerge as merges,
          %s
        from pg_catalog.pg_operator o
        join pg_catalog.pg_namespace n on n.oid = o.oprnamespace
        %s
        -- without a function it is a shell
        where o.oprcode <> 0 and %s
          -- members of extensions go with them
          and %s
        """
            .formatted(
                CatalogSql.function("o.oprcode"),
                CatalogSql.function("o.oprrest"),
                CatalogSql.function("o.oprjoin"),
                CatalogSql.attributesWithoutGrants("o.oprowner"),
                CatalogSql.commentOn("pg_operator", "o.oid"),
                CatalogSql.USER_SCHEMA,
                CatalogSql.ownObject("pg_operator", "o.oid")),
        row ->
            new Operator(
                new ObjectName(row.text("schema"), row.text("name")),
                row.text("function"),
                row.text("result"),
                row.textOrEmpty("commutator"),
                row.textOrEmpty("negator"),
                row.textOrEmpty("restrict_estimator"),
                row.textOrEmpty("join_estimator"),
                row.flag("hashes"),
                row.flag("merges"),
                CatalogSql.attributes(row)));
  }
}
