package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Row;
import dev.dbpreflight.model.Attributes;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.SqlText;
import dev.dbpreflight.model.Storage;
import dev.dbpreflight.model.Table.RowSecurity;
import java.util.List;

/** Tables, views and sequences as pg_class has them: everything but their parts. */
final class Relations {

  private static final String WITH_COLUMNS = "c.relkind in ('r', 'p', 'f', 'v', 'm')";

  /** Condition on pg_class "c" and its schema "n": a relation that has parts. */
  static final String WITH_PARTS = "(" + WITH_COLUMNS + " and " + CatalogSql.USER_SCHEMA + ")";

  /**
   * Condition on pg_class "c" and its schema "n": also what only gives its name to a foreign key
   * from a user's table.
   */
  private static final String NAMED =
      "("
          + CatalogSql.USER_SCHEMA
          + " or c.oid in (select confrelid from pg_catalog.pg_constraint where contype = 'f'))";

  /** The same, with columns. */
  static final String NAMED_WITH_COLUMNS = "(" + WITH_COLUMNS + " and " + NAMED + ")";

  private Relations() {}

  /**
   * One relation.
   *
   * @param kind pg_class.relkind
   * @param listed false for what is only referred to: it belongs to an extension or the system
   * @param definition of a view; empty for the others
   */
  record Relation(
      long oid,
      char kind,
      boolean listed,
      ObjectName name,
      boolean unlogged,
      Storage storage,
      RowSecurity rowSecurity,
      char replicaIdentity,
      String ofType,
      SqlText partitionKey,
      SqlText partitionBound,
      SqlText definition,
      String foreignServer,
      List<String> foreignOptions,
      Attributes attributes) {}

  /** A child and one of its parents; queried in the order of inheritance. */
  record Parent(long child, ObjectName name) {}

  // One row per table, view and sequence; 14 to 18.
  static Query<Relation> query() {
    Words words = new Words();
    return new Query<>(
        "tables, views and sequences",
        """
        select c.oid::pg_catalog.int8 as oid, c.relkind::pg_catalog.text as kind,
          case when member.objid is not null or not %1$s then true end as referred,
          n.nspname as schema, c.relname as name,
          case c.relpersistence when 'u' then true end as unlogged,
          method.amname as access_method, space.spcname as tablespace,
          (case when toast.reloptions is null then c.reloptions
            else c.reloptions || array(
              select 'toast.' || option from pg_catalog.unnest(toast.reloptions) option)
            end)::pg_catalog.text as options,
          nullif(c.relrowsecurity, false) as row_security,
          nullif(c.relforcerowsecurity, false) as forced,
          nullif(c.relreplident, 'd')::pg_catalog.text as replica_identity,
          case when c.reloftype <> 0 then pg_catalog.format_type(c.reloftype, null) end as of_type,
          case when c.relkind = 'p' then coalesce(
            pg_catalog.pg_get_partkeydef(c.oid), %5$s) end as partition_key,
          case when c.relispartition
            then coalesce(pg_catalog.pg_get_expr(c.relpartbound, c.oid), %5$s) end as partition_bound,
          case when c.relkind in ('v', 'm') then coalesce(
            pg_catalog.pg_get_viewdef(c.oid), %5$s) end as definition,
          server.srvname as foreign_server, foreigner.ftoptions::pg_catalog.text as foreign_options,
          %2$s
        from pg_catalog.pg_class c
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        left join pg_catalog.pg_am method on method.oid = c.relam
        left join pg_catalog.pg_tablespace space on space.oid = c.reltablespace
        left join pg_catalog.pg_foreign_table foreigner on foreigner.ftrelid = c.oid
        left join pg_catalog.pg_foreign_server server on server.oid = foreigner.ftserver
        -- read once: most tables have a toast table, and next to none of these has options
        left join (select oid, reloptions from pg_catalog.pg_class
          where relkind = 't' and reloptions is not null offset 0) toast
          on toast.oid = c.reltoastrelid
        left join pg_catalog.pg_depend member on member.objid = c.oid and member.deptype = 'e'
          and member.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
          and member.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
        %3$s
        where c.relkind in ('r', 'p', 'f', 'v', 'm', 'S') and %4$s
        """
            .formatted(
                CatalogSql.USER_SCHEMA,
                CatalogSql.attributes(
                    "c.relowner",
                    "c.relacl",
                    "case c.relkind when 'S' then 's' else 'r' end::\"char\""),
                CatalogSql.commentOn("pg_class", "c.oid"),
                NAMED,
                CatalogSql.GONE),
        row -> relation(row, words),
        true);
  }

  // One row per child and parent; 14 to 18.
  static Query<Parent> parents() {
    return new Query<>(
        "inheritance",
        """
        select i.inhrelid::pg_catalog.int8 as child, pn.nspname as schema, p.relname as name
        from pg_catalog.pg_inherits i
        join pg_catalog.pg_class p on p.oid = i.inhparent and p.relkind in ('r', 'p', 'f')
        join pg_catalog.pg_namespace pn on pn.oid = p.relnamespace
        order by i.inhrelid, i.inhseqno
        """,
        row ->
            new Parent(row.number("child"), new ObjectName(row.text("schema"), row.text("name"))));
  }

  private static Relation relation(Row row, Words words) {
    String replicaIdentity = row.textOrEmpty("replica_identity");
    return new Relation(
        row.number("oid"),
        row.text("kind").charAt(0),
        !row.flag("referred"),
        new ObjectName(words.one(row.text("schema")), row.text("name")),
        row.flag("unlogged"),
        words.storage(row),
        rowSecurity(row),
        replicaIdentity.isEmpty() ? 'd' : replicaIdentity.charAt(0),
        row.textOrEmpty("of_type"),
        SqlText.of(row.textOrEmpty("partition_key")),
        SqlText.of(row.textOrEmpty("partition_bound")),
        SqlText.of(row.textOrEmpty("definition")),
        row.textOrEmpty("foreign_server"),
        SecretOptions.hide(row.texts("foreign_options")),
        words.attributes(row));
  }

  private static RowSecurity rowSecurity(Row row) {
    if (row.flag("forced")) {
      return row.flag("row_security") ? RowSecurity.FORCED : RowSecurity.DISABLED;
    }
    return row.flag("row_security") ? RowSecurity.ENABLED : RowSecurity.DISABLED;
  }
}
