package dev.dbpreflight.introspect.sqlite;

import dev.dbpreflight.connect.Row;
import java.util.Optional;

/** The rows of SQLite's catalog as they come; everything else is made of these. */
sealed interface CatalogRow {

  /**
   * A row of {@code sqlite_schema}.
   *
   * @param type "table", "index", "view", "trigger"
   * @param table the table that it belongs to, in the spelling of its text
   * @param sql empty for what SQLite made by itself
   */
  record Entry(String type, String name, String table, String sql) implements CatalogRow {

    static Entry read(Row row) {
      return new Entry(
          row.text("type"), row.text("name"), row.text("tbl_name"), row.textOrEmpty("sql"));
    }
  }

  /**
   * A table or view as SQLite understood it.
   *
   * @param type "table", "view", "virtual", or "shadow" for what a virtual table keeps its data in
   */
  record Relation(String name, String type, boolean withoutRowid, boolean strict)
      implements CatalogRow {

    static Relation read(Row row) {
      return new Relation(row.text("name"), row.text("type"), row.flag("wr"), row.flag("strict"));
    }
  }

  /**
   * @param number from 0
   * @param defaultValue as written; absent for none
   * @param key place in the primary key from 1; 0 for none
   * @param hidden 1 for a column that a virtual table hides, 2 for VIRTUAL, 3 for STORED
   */
  record ColumnRow(
      String table,
      int number,
      String name,
      String type,
      boolean notNull,
      Optional<String> defaultValue,
      int key,
      int hidden)
      implements CatalogRow {

    static ColumnRow read(Row row) {
      return new ColumnRow(
          row.text("tbl"),
          (int) row.number("cid"),
          row.text("name"),
          row.textOrEmpty("type"),
          row.flag("notnull"),
          Optional.ofNullable(row.text("dflt_value")),
          (int) row.number("pk"),
          (int) row.number("hidden"));
    }

    boolean isGenerated() {
      return hidden == 2 || hidden == 3;
    }
  }

  /**
   * A key column of an index.
   *
   * @param age 0 for the youngest index of the table
   * @param origin "c" for CREATE INDEX, "u" for UNIQUE, "pk" for PRIMARY KEY
   * @param column empty for an expression and for the row id
   * @param rowId whether the key is the row id
   */
  record IndexKeyRow(
      String table,
      String index,
      int age,
      boolean unique,
      String origin,
      int position,
      Optional<String> column,
      boolean rowId,
      boolean descending,
      String collation)
      implements CatalogRow {

    static IndexKeyRow read(Row row) {
      return new IndexKeyRow(
          row.text("tbl"),
          row.text("idx"),
          (int) row.number("age"),
          row.flag("uniq"),
          row.text("origin"),
          (int) row.number("seqno"),
          Optional.ofNullable(row.text("col")),
          row.number("cid") == -1,
          row.flag("descending"),
          ConstraintClauses.canonicalCollation(row.textOrEmpty("coll")));
    }
  }

  /**
   * One column of a foreign key.
   *
   * @param age 0 for the foreign key that is declared last
   * @param to absent when the text names no column
   */
  record ForeignKeyRow(
      String table,
      int age,
      int position,
      String references,
      String from,
      Optional<String> to,
      String onUpdate,
      String onDelete)
      implements CatalogRow {

    static ForeignKeyRow read(Row row) {
      return new ForeignKeyRow(
          row.text("tbl"),
          (int) row.number("age"),
          (int) row.number("position"),
          row.text("target"),
          row.text("source"),
          Optional.ofNullable(row.text("target_column")),
          row.text("on_update"),
          row.text("on_delete"));
    }
  }
}
