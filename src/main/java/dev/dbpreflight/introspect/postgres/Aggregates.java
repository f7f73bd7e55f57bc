package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Row;
import dev.dbpreflight.model.Aggregate;
import dev.dbpreflight.model.ObjectName;
import java.util.ArrayList;
import java.util.List;

/** Aggregate functions, option by option as CREATE AGGREGATE names them. */
final class Aggregates {

  /** The options that are there or not there, without a default of their own. */
  private static final List<String> PLAIN_OPTIONS =
      List.of(
          "SFUNC",
          "STYPE",
          "FINALFUNC",
          "COMBINEFUNC",
          "SERIALFUNC",
          "DESERIALFUNC",
          "INITCOND",
          "MSFUNC",
          "MINVFUNC",
          "MSTYPE",
          "MFINALFUNC",
          "MINITCOND",
          "SORTOP");

  private Aggregates() {}

  // One row per aggregate; a column is NULL where the option is at its default; 14 to 18.
  static Query<Aggregate> query() {
    return new Query<>(
        "aggregates",
        """
        select n.nspname as schema,
          p.proname || '(' || %1$s || ')' as name,
          nullif(pg_catalog.pg_get_function_arguments(p.oid), %1$s) as arguments,
          g.aggkind = 'h' as hypothetical,
          %2$s as "SFUNC", pg_catalog.format_type(g.aggtranstype, null) as "STYPE",
          nullif(g.aggtransspace, 0) as "SSPACE",
          %3$s as "FINALFUNC", g.aggfinalextra as "FINALFUNC_EXTRA",
          nullif(g.aggfinalmodify, case g.aggkind when 'n' then 'r' else 'w' end)
            ::pg_catalog.text as "FINALFUNC_MODIFY",
          %4$s as "COMBINEFUNC", %5$s as "SERIALFUNC", %6$s as "DESERIALFUNC",
          g.agginitval as "INITCOND",
          %7$s as "MSFUNC", %8$s as "MINVFUNC",
          case when g.aggmtranstype <> 0
            then pg_catalog.format_type(g.aggmtranstype, null) end as "MSTYPE",
          nullif(g.aggmtransspace, 0) as "MSSPACE",
          %9$s as "MFINALFUNC", g.aggmfinalextra as "MFINALFUNC_EXTRA",
          nullif(g.aggmfinalmodify, case g.aggkind when 'n' then 'r' else 'w' end)
            ::pg_catalog.text as "MFINALFUNC_MODIFY",
          g.aggminitval as "MINITCOND",
          nullif(g.aggsortop, 0)::pg_catalog.regoperator::pg_catalog.text as "SORTOP",
          nullif(p.proparallel, 'u')::pg_catalog.text as "PARALLEL",
          %10$s
        from pg_catalog.pg_proc p
        join pg_catalog.pg_aggregate g on g.aggfnoid = p.oid
        join pg_catalog.pg_namespace n on n.oid = p.pronamespace
        %11$s
        where p.prokind = 'a' and %12$s
          -- members of extensions go with them
          and %13$s
        """
            .formatted(
                CatalogSql.typeList("p.proargtypes"),
                CatalogSql.function("g.aggtransfn"),
                CatalogSql.function("g.aggfinalfn"),
                CatalogSql.function("g.aggcombinefn"),
                CatalogSql.function("g.aggserialfn"),
                CatalogSql.function("g.aggdeserialfn"),
                CatalogSql.function("g.aggmtransfn"),
                CatalogSql.function("g.aggminvtransfn"),
                CatalogSql.function("g.aggmfinalfn"),
                CatalogSql.attributes("p.proowner", "p.proacl", 'f'),
                CatalogSql.commentOn("pg_proc", "p.oid"),
                CatalogSql.USER_SCHEMA,
                CatalogSql.standsAlone("pg_proc", "p.oid")),
        row ->
            new Aggregate(
                new ObjectName(row.text("schema"), row.text("name")),
                options(row),
                CatalogSql.attributes(row)));
  }

  private static List<String> options(Row row) {
    List<String> options = new ArrayList<>();
    // Names, modes, VARIADIC and ORDER BY; not told when it is the plain list that the name has.
    if (!row.isNull("arguments")) {
      options.add("ARGUMENTS = " + row.text("arguments"));
    }
    for (String option : PLAIN_OPTIONS) {
      if (!row.isNull(option)) {
        options.add(option + " = " + row.text(option));
      }
    }
    for (String option : List.of("SSPACE", "MSSPACE")) {
      if (!row.isNull(option)) {
        options.add(option + " = " + row.number(option));
      }
    }
    addFlags(row, options);
    for (String option : List.of("FINALFUNC_MODIFY", "MFINALFUNC_MODIFY")) {
      if (!row.isNull(option)) {
        options.add(option + " = " + modify(row.text(option)));
      }
    }
    if (!row.isNull("PARALLEL")) {
      options.add("PARALLEL = " + Routines.parallel(row.text("PARALLEL")));
    }
    return options;
  }

  private static void addFlags(Row row, List<String> options) {
    if (row.flag("hypothetical")) {
      options.add("HYPOTHETICAL = true");
    }
    for (String option : List.of("FINALFUNC_EXTRA", "MFINALFUNC_EXTRA")) {
      if (row.flag(option)) {
        options.add(option + " = true");
      }
    }
  }

  private static String modify(String letter) {
    return switch (letter) {
      case "r" -> "READ_ONLY";
      case "s" -> "SHAREABLE";
      case "w" -> "READ_WRITE";
      default -> throw new IllegalStateException("aggfinalmodify " + letter);
    };
  }
}
