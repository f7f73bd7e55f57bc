package dev.dbpreflight.introspect.sqlite;

import dev.dbpreflight.connect.Query;
import java.util.Collection;
import java.util.stream.Collectors;

/** The statements that read the catalog, the same few whatever the number of tables. */
final class CatalogQueries {

  // One row: an entry of the schema in the order of creation. Tried on 3.54.
  // Left out: SQLite's own (sqlite_sequence, statistics, automatic indexes).
  static final Query<CatalogRow.Entry> ENTRIES =
      new Query<>(
          "schema entries",
          """
          SELECT type, name, tbl_name, sql
          FROM main.sqlite_schema
          WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
          ORDER BY rowid
          """,
          CatalogRow.Entry::read);

  // One row: a table or view. Its "ncol" is of no use: one broken view, and SQLite leaves it 0 for
  // views that are not.
  static final Query<CatalogRow.Relation> RELATIONS =
      new Query<>(
          "tables and views",
          """
          SELECT name, type, wr, strict
          FROM pragma_table_list
          WHERE schema = 'main'
          """,
          CatalogRow.Relation::read);

  // One row: a column of an ordinary table. Left out: virtual tables (root page 0) and views, which
  // can be broken and would stop the statement.
  static final Query<CatalogRow.ColumnRow> TABLE_COLUMNS =
      new Query<>(
          "columns of tables",
          """
          SELECT s.name AS tbl, x.cid, x.name, x.type, x."notnull", x.dflt_value, x.pk, x.hidden
          FROM main.sqlite_schema AS s
          JOIN pragma_table_xinfo(s.name, 'main') AS x
          WHERE s.type = 'table' AND s.rootpage > 0 AND s.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
          """,
          CatalogRow.ColumnRow::read);

  // One row: a key column of an index, also of the automatic ones of constraints.
  static final Query<CatalogRow.IndexKeyRow> INDEX_KEYS =
      new Query<>(
          "indexes",
          """
          SELECT s.name AS tbl, i.name AS idx, i.seq AS age, i."unique" AS uniq, i.origin,
            x.seqno, x.cid, x.name AS col, x."desc" AS descending, x.coll
          FROM main.sqlite_schema AS s
          JOIN pragma_index_list(s.name, 'main') AS i
          JOIN pragma_index_xinfo(i.name, 'main') AS x
          WHERE s.type = 'table' AND s.rootpage > 0 AND x.key
          """,
          CatalogRow.IndexKeyRow::read);

  // One row: a column of a foreign key. Its "match" always says NONE.
  static final Query<CatalogRow.ForeignKeyRow> FOREIGN_KEYS =
      new Query<>(
          "foreign keys",
          """
          SELECT s.name AS tbl, f.id AS age, f.seq AS position, f."table" AS target,
            f."from" AS source, f."to" AS target_column, f.on_update, f.on_delete
          FROM main.sqlite_schema AS s
          JOIN pragma_foreign_key_list(s.name, 'main') AS f
          WHERE s.type = 'table' AND s.rootpage > 0
          """,
          CatalogRow.ForeignKeyRow::read);

  private CatalogQueries() {}

  // One row: a column of one of these views or virtual tables; fails if one of them is broken.
  static Query<CatalogRow.ColumnRow> columnsOf(Collection<String> relations) {
    String names =
        relations.stream()
            .map(name -> "(" + SqlNames.literal(name) + ")")
            .collect(Collectors.joining(", "));
    return new Query<>(
        "columns of views and virtual tables",
        """
        WITH wanted(name) AS (VALUES %s)
        SELECT w.name AS tbl, x.cid, x.name, x.type, x."notnull", x.dflt_value, x.pk, x.hidden
        FROM wanted AS w
        JOIN pragma_table_xinfo(w.name, 'main') AS x
        """
            .formatted(names),
        CatalogRow.ColumnRow::read);
  }
}
