package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Row;
import dev.dbpreflight.model.Constraint.Deferral;
import dev.dbpreflight.model.SqlText;
import java.util.List;

/**
 * Constraints of tables, told by the columns of pg_constraint; NOT NULL is read with the columns.
 */
final class Constraints {
  private static final int SET_COLUMNS = 15;
  private static final int TEMPORAL = 18;

  private Constraints() {}

  /**
   * One constraint.
   *
   * @param type pg_constraint.contype
   * @param index oid of the index behind it; for a foreign key of the one it relies on
   * @param inherited comes from a parent only
   * @param attached part of the constraint of a partitioned table, which tells everything about it
   * @param operators of an exclusion constraint, in key order
   */
  record ConstraintRow(
      long table,
      String name,
      char type,
      Deferral deferral,
      boolean validated,
      boolean enforced,
      boolean period,
      int[] columns,
      long references,
      int[] referencedColumns,
      String onUpdate,
      String onDelete,
      int[] onDeleteColumns,
      String match,
      long index,
      boolean noInherit,
      boolean inherited,
      boolean attached,
      SqlText expression,
      List<String> operators,
      String comment) {}

  // One row per constraint of a table; 14 to 18.
  static Query<ConstraintRow> query(int major) {
    return new Query<>(
        "constraints",
        """
        select con.conrelid::pg_catalog.int8 as relation, con.conname as name,
          con.contype::pg_catalog.text as type, con.condeferrable as deferrable,
          con.condeferred as deferred, con.convalidated as validated, %s as enforced,
          %s as period, con.conkey::pg_catalog.text as columns,
          con.confrelid::pg_catalog.int8 as reference,
          con.confkey::pg_catalog.text as referenced_columns,
          con.confupdtype::pg_catalog.text as on_update,
          con.confdeltype::pg_catalog.text as on_delete, %s as on_delete_columns,
          con.confmatchtype::pg_catalog.text as match, con.conindid::pg_catalog.int8 as index,
          con.connoinherit as no_inherit,
          not con.conislocal and con.coninhcount > 0 as inherited,
          con.conparentid <> 0 as attached,
          case when con.contype = 'c'
            then pg_catalog.pg_get_expr(con.conbin, con.conrelid) end as expression,
          case when con.conexclop is not null then array(
            select case opn.nspname when 'pg_catalog' then '' else opn.nspname || '.' end || op.oprname
            from pg_catalog.unnest(con.conexclop) with ordinality used(oid, position)
            join pg_catalog.pg_operator op on op.oid = used.oid
            join pg_catalog.pg_namespace opn on opn.oid = op.oprnamespace
            order by used.position) end as operators,
          comment.description as comment
        from pg_catalog.pg_constraint con
        join pg_catalog.pg_class c on c.oid = con.conrelid
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        %s
        where con.contype in ('p', 'u', 'f', 'c', 'x') and %s
        """
            .formatted(
                major < TEMPORAL ? "true" : "con.conenforced",
                major < TEMPORAL ? "false" : "con.conperiod",
                major < SET_COLUMNS
                    ? "null::pg_catalog.text"
                    : "con.confdelsetcols::pg_catalog.text",
                CatalogSql.commentOn("pg_constraint", "con.oid"),
                Relations.WITH_PARTS),
        Constraints::constraint);
  }

  private static ConstraintRow constraint(Row row) {
    return new ConstraintRow(
        row.number("relation"),
        row.text("name"),
        row.text("type").charAt(0),
        deferral(row.flag("deferrable"), row.flag("deferred")),
        row.flag("validated"),
        row.flag("enforced"),
        row.flag("period"),
        Numbers.vector(row.text("columns")),
        row.number("reference"),
        Numbers.vector(row.text("referenced_columns")),
        action(row.textOrEmpty("on_update")),
        action(row.textOrEmpty("on_delete")),
        Numbers.vector(row.text("on_delete_columns")),
        match(row.textOrEmpty("match")),
        row.number("index"),
        row.flag("no_inherit"),
        row.flag("inherited"),
        row.flag("attached"),
        SqlText.of(row.textOrEmpty("expression")),
        row.texts("operators"),
        row.textOrEmpty("comment"));
  }

  private static Deferral deferral(boolean deferrable, boolean deferred) {
    if (!deferrable) {
      return Deferral.NOT_DEFERRABLE;
    }
    return deferred ? Deferral.INITIALLY_DEFERRED : Deferral.INITIALLY_IMMEDIATE;
  }

  private static String action(String letter) {
    return switch (letter) {
      case "", " " -> "";
      case "a" -> "NO ACTION";
      case "r" -> "RESTRICT";
      case "c" -> "CASCADE";
      case "n" -> "SET NULL";
      case "d" -> "SET DEFAULT";
      default -> throw new IllegalStateException("confupdtype or confdeltype " + letter);
    };
  }

  private static String match(String letter) {
    return switch (letter) {
      case "", " " -> "";
      case "s" -> "SIMPLE";
      case "f" -> "FULL";
      case "p" -> "PARTIAL";
      default -> throw new IllegalStateException("confmatchtype " + letter);
    };
  }
}
