package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Query;
import dev.dbpreflight.model.SqlText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the check constraints of tables say. For the text of one the server opens its table, which
 * costs more than all the rest of a check, and a table per tenant or per month makes thousands that
 * read alike: the same tree on columns of the same names. Only the first of them is asked for its
 * text.
 */
final class CheckTexts {
  private final Map<Long, SqlText> texts = new HashMap<>();

  /** One check, the first that reads like it, and the text where it is that one itself. */
  record CheckRow(long oid, long alike, SqlText text) {}

  CheckTexts(List<CheckRow> rows) {
    for (CheckRow row : rows) {
      if (row.oid() == row.alike()) {
        texts.put(row.oid(), row.text());
      }
    }
    for (CheckRow row : rows) {
      texts.put(row.oid(), texts.get(row.alike()));
    }
  }

  /** Of the check with this oid of pg_constraint. */
  SqlText of(long check) {
    return texts.get(check);
  }

  // One row per check of a table; 14 to 18.
  static Query<CheckRow> query() {
    return new Query<>(
        "check constraints",
        """
        select alike.oid::pg_catalog.int8 as oid, alike.first_one::pg_catalog.int8 as alike,
          case when alike.oid = alike.first_one then coalesce((
            select pg_catalog.pg_get_expr(con.conbin, con.conrelid)
            from pg_catalog.pg_constraint con where con.oid = alike.oid), %s) end as text
        from (
          select tree.oid, min(tree.oid) over (partition by tree.digest) as first_one
          from (
            select con.oid, pg_catalog.md5(con.conbin::pg_catalog.text || array(
              select (
                select a.attname from pg_catalog.pg_attribute a
                where a.attrelid = con.conrelid and a.attnum = key.number)
              from (select pg_catalog.unnest(con.conkey) as number) key)::pg_catalog.text) as digest
            from pg_catalog.pg_constraint con
            join pg_catalog.pg_class c on c.oid = con.conrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where con.contype = 'c' and %s) tree) alike
        """
            .formatted(CatalogSql.GONE, Relations.WITH_PARTS),
        row ->
            new CheckRow(
                row.number("oid"), row.number("alike"), SqlText.of(row.textOrEmpty("text"))),
        true);
  }
}
