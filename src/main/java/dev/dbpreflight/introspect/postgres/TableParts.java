package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Row;
import dev.dbpreflight.model.Policy;
import dev.dbpreflight.model.RewriteRule;
import dev.dbpreflight.model.SqlText;
import dev.dbpreflight.model.TableMember;
import dev.dbpreflight.model.Trigger;

/** Triggers, policies and rules of tables and views. */
final class TableParts {

  private TableParts() {}

  /** A part and the relation that it belongs to. */
  record Part<T extends TableMember>(long relation, T member) {}

  // One row per trigger; 14 to 18.
  static Query<Part<Trigger>> triggers() {
    return new Query<>(
        "triggers",
        """
        select t.tgrelid::pg_catalog.int8 as relation, t.tgname as name,
          coalesce(pg_catalog.pg_get_triggerdef(t.oid), %3$s) as definition,
          t.tgenabled::pg_catalog.text as enabled, comment.description as comment
        from pg_catalog.pg_trigger t
        join pg_catalog.pg_class c on c.oid = t.tgrelid
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        left join pg_catalog.pg_trigger original on original.oid = t.tgparentid
        %s
        where %s
          -- most are the inside of foreign keys
          and (t.tgparentid <> 0 or not t.tgisinternal)
          -- clones on partitions (14 calls them internal), unless switched on or off by hand
          and (t.tgparentid = 0 or t.tgenabled <> original.tgenabled
            -- those of foreign keys
            and not exists (select from pg_catalog.pg_constraint con
              where con.oid = t.tgconstraint and con.contype <> 't'))
        """
            .formatted(
                CatalogSql.commentOn("pg_trigger", "t.oid"), Relations.WITH_PARTS, CatalogSql.GONE),
        row ->
            new Part<>(
                row.number("relation"),
                new Trigger(
                    row.text("name"),
                    SqlText.of(row.text("definition")),
                    enabled(row.text("enabled")),
                    row.textOrEmpty("comment"))));
  }

  // One row per rule; 14 to 18.
  static Query<Part<RewriteRule>> rules() {
    return new Query<>(
        "rules",
        """
        select r.ev_class::pg_catalog.int8 as relation, r.rulename as name,
          coalesce(pg_catalog.pg_get_ruledef(r.oid), %3$s) as definition,
          r.ev_enabled::pg_catalog.text as enabled, comment.description as comment
        from pg_catalog.pg_rewrite r
        join pg_catalog.pg_class c on c.oid = r.ev_class
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        %s
        where %s
          -- the query of a view is a rule, too
          and r.rulename <> '_RETURN'
        """
            .formatted(
                CatalogSql.commentOn("pg_rewrite", "r.oid"), Relations.WITH_PARTS, CatalogSql.GONE),
        row ->
            new Part<>(
                row.number("relation"),
                new RewriteRule(
                    row.text("name"),
                    SqlText.of(row.text("definition")),
                    enabled(row.text("enabled")),
                    row.textOrEmpty("comment"))));
  }

  // One row per policy; 14 to 18.
  static Query<Part<Policy>> policies() {
    return new Query<>(
        "policies",
        """
        select p.polrelid::pg_catalog.int8 as relation, p.polname as name,
          p.polpermissive as permissive, p.polcmd::pg_catalog.text as command,
          array(
            select case role when 0 then 'PUBLIC' else pg_catalog.pg_get_userbyid(role)::pg_catalog.text end
            from pg_catalog.unnest(p.polroles) role) as roles,
          case when p.polqual is not null
            then coalesce(pg_catalog.pg_get_expr(p.polqual, p.polrelid), %3$s) end as using_expression,
          case when p.polwithcheck is not null
            then coalesce(pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid), %3$s) end as check_expression,
          comment.description as comment
        from pg_catalog.pg_policy p
        join pg_catalog.pg_class c on c.oid = p.polrelid
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        %s
        where %s
        """
            .formatted(
                CatalogSql.commentOn("pg_policy", "p.oid"), Relations.WITH_PARTS, CatalogSql.GONE),
        row -> new Part<>(row.number("relation"), policy(row)));
  }

  private static Policy policy(Row row) {
    return new Policy(
        row.text("name"),
        row.flag("permissive"),
        command(row.text("command")),
        row.texts("roles"),
        SqlText.of(row.textOrEmpty("using_expression")),
        SqlText.of(row.textOrEmpty("check_expression")),
        row.textOrEmpty("comment"));
  }

  private static String command(String letter) {
    return switch (letter) {
      case "*" -> "ALL";
      case "r" -> "SELECT";
      case "a" -> "INSERT";
      case "w" -> "UPDATE";
      case "d" -> "DELETE";
      default -> throw new IllegalStateException("polcmd " + letter);
    };
  }

  /** Of triggers, event triggers and rules. */
  static String enabled(String letter) {
    return switch (letter) {
      case "O" -> "ORIGIN";
      case "D" -> "DISABLED";
      case "R" -> "REPLICA";
      case "A" -> "ALWAYS";
      default -> throw new IllegalStateException("tgenabled " + letter);
    };
  }
}
