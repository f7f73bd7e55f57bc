package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Row;
import dev.dbpreflight.model.Constraint.Deferral;
import java.util.List;

/**
 * Constraints of tables, told by the columns of pg_constraint; NOT NULL is read with the columns,
 * the texts of checks by {@link CheckTexts}.
 */
final class Constraints {
  private static final int SET_COLUMNS = 15;
  private static final int TEMPORAL = 18;

  private Constraints() {}

  /**
   * One constraint.
   *
   * @param type pg_constraint.contype
   * @param check oid of a check, whose text is in {@link CheckTexts}; 0 for the others
   * @param index oid of the index behind a key or an exclusion constraint; 0 for the others
   * @param inherited comes from a parent only
   * @param attached part of the constraint of a partitioned table, which tells everything about it
   * @param operators of an exclusion constraint, in key order
   */
  record ConstraintRow(
      long table,
      String name,
      char type,
      long check,
      Deferral deferral,
      boolean validated,
      boolean enforced,
      boolean period,
      long[] columns,
      long references,
      long[] referencedColumns,
      String onUpdate,
      String onDelete,
      long[] onDeleteColumns,
      String match,
      long index,
      boolean noInherit,
      boolean inherited,
      boolean attached,
      List<String> operators,
      String comment) {}

  // One row per constraint of a table, NULL for what most have; 13 to 18.
  static Query<ConstraintRow> query(int major) {
    Words words = new Words();
    return new Query<>(
        "constraints",
        """
        select con.conrelid::pg_catalog.int8 as relation, con.conname as name,
          con.contype::pg_catalog.text as type,
          case when con.contype = 'c' then con.oid::pg_catalog.int8 end as check_oid,
          nullif(con.condeferrable, false) as deferrable,
          nullif(con.condeferred, false) as deferred,
          nullif(not con.convalidated, false) as not_valid,
          nullif(not %s, false) as not_enforced, nullif(%s, false) as period,
          case when con.contype <> 'c' then con.conkey::pg_catalog.text end as columns,
          case when con.contype = 'f' then con.confrelid::pg_catalog.int8 end as reference,
          con.confkey::pg_catalog.text as referenced_columns,
          nullif(nullif(con.confupdtype, 'a'), ' ')::pg_catalog.text as on_update,
          nullif(nullif(con.confdeltype, 'a'), ' ')::pg_catalog.text as on_delete,
          %s::pg_catalog.text as on_delete_columns,
          nullif(nullif(con.confmatchtype, 's'), ' ')::pg_catalog.text as match,
          case when con.contype in ('p', 'u', 'x')
            then con.conindid::pg_catalog.int8 end as index,
          -- keys never pass to children, and say so
          case when con.contype = 'c' and con.connoinherit then true end as no_inherit,
          case when con.coninhcount > 0 and not con.conislocal then true end as inherited,
          case when con.conparentid <> 0 then true end as attached,
          case when con.conexclop is not null then array(
            select case opn.nspname when 'pg_catalog' then '' else opn.nspname || '.' end || op.oprname
            from pg_catalog.unnest(con.conexclop) with ordinality used(oid, position)
            join pg_catalog.pg_operator op on op.oid = used.oid
            join pg_catalog.pg_namespace opn on opn.oid = op.oprnamespace
            order by used.position)::pg_catalog.text end as operators,
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
                major < SET_COLUMNS ? "null" : "con.confdelsetcols",
                CatalogSql.commentOn("pg_constraint", "con.oid"),
                Relations.WITH_PARTS),
        row -> constraint(row, words),
        true);
  }

  private static ConstraintRow constraint(Row row, Words words) {
    return new ConstraintRow(
        row.number("relation"),
        row.text("name"),
        row.text("type").charAt(0),
        row.number("check_oid"),
        deferral(row.flag("deferrable"), row.flag("deferred")),
        !row.flag("not_valid"),
        !row.flag("not_enforced"),
        row.flag("period"),
        words.numbers(row.text("columns")),
        row.number("reference"),
        words.numbers(row.text("referenced_columns")),
        action(row.textOrEmpty("on_update")),
        action(row.textOrEmpty("on_delete")),
        words.numbers(row.text("on_delete_columns")),
        match(row.textOrEmpty("match")),
        row.number("index"),
        row.flag("no_inherit"),
        row.flag("inherited"),
        row.flag("attached"),
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
      case "" -> "NO ACTION";
      case "r" -> "RESTRICT";
      case "c" -> "CASCADE";
      case "n" -> "SET NULL";
      case "d" -> "SET DEFAULT";
      default -> throw new IllegalStateException("confupdtype or confdeltype " + letter);
    };
  }

  private static String match(String letter) {
    return switch (letter) {
      case "" -> "SIMPLE";
      case "f" -> "FULL";
      case "p" -> "PARTIAL";
      default -> throw new IllegalStateException("confmatchtype " + letter);
    };
  }
}
