package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Row;
import dev.dbpreflight.model.Column;
import dev.dbpreflight.model.Column.Generated;
import dev.dbpreflight.model.Identity;
import dev.dbpreflight.model.SqlText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Columns of tables and views. */
final class Columns {
  private static final int COMPRESSION = 14;
  private static final int NOT_NULL_IN_CATALOG = 18;

  /**
   * Condition: the name is the one that the server makes up, with a number where it was taken, and
   * cut where it was too long.
   */
  private static final String CHOSEN_BY_SERVER =
      """
      (con.conname ~ '_not_null[0-9]*$'
        and (pg_catalog.starts_with(con.conname::pg_catalog.text,
            c.relname || '_' || a.attname || '_not_null')
          or pg_catalog.octet_length(con.conname::pg_catalog.text) >= 60))\
      """;

  private Columns() {}

  /**
   * One column as pg_attribute has it.
   *
   * @param number pg_attribute.attnum, which other catalogs point at; dropped columns leave gaps
   * @param text the name as the key of an index, one object for all indexes
   * @param collation oid; 0 for the default one and for types that have none
   * @param identity pg_attribute.attidentity; a space for none
   */
  record Attribute(
      long relation, int number, SqlText text, long collation, char identity, Column column) {}

  /** A NOT NULL constraint of PostgreSQL 18. */
  record NotNull(long relation, int column, String name, List<String> options) {}

  // One row per column, NULL for what most columns have; 13 to 18.
  static Query<Attribute> query(int major) {
    Words words = new Words();
    return new Query<>(
        "columns",
        """
        select a.attrelid::pg_catalog.int8 as relation, a.attnum as number, a.attname as name,
          pg_catalog.format_type(a.atttypid, a.atttypmod) as type,
          case when a.attcollation not in (0, 100)
            then a.attcollation::pg_catalog.int8 end as collation_oid,
          case when a.attcollation <> t.typcollation then
            (select case cn.nspname when 'pg_catalog' then '' else cn.nspname || '.' end || col.collname
             from pg_catalog.pg_collation col
             join pg_catalog.pg_namespace cn on cn.oid = col.collnamespace
             where col.oid = a.attcollation) end as collation,
          nullif(a.attnotnull, false) as not_null,
          nullif(a.attidentity, '')::pg_catalog.text as identity,
          nullif(a.attgenerated, '')::pg_catalog.text as generated,
          -- a default names no column, and without the table the server need not open it
          case when a.atthasdef then coalesce(pg_catalog.pg_get_expr(d.adbin,
            case a.attgenerated when '' then 0 else d.adrelid end), %5$s) end as expression,
          case when a.attstorage <> t.typstorage
            then a.attstorage::pg_catalog.text end as storage,
          %s as compression,
          nullif(a.attstattarget, -1) as statistics_target,
          (%s)::pg_catalog.text as options, a.attfdwoptions::pg_catalog.text as foreign_options,
          case when a.attinhcount > 0 and not a.attislocal then true end as inherited,
          %s,
          comment.description as comment
        -- relations are chosen once, not again for each of their columns
        from (
          select c.oid from pg_catalog.pg_class c
          join pg_catalog.pg_namespace n on n.oid = c.relnamespace
          where %s offset 0) c
        join pg_catalog.pg_attribute a on a.attrelid = c.oid
        join pg_catalog.pg_type t on t.oid = a.atttypid
        -- not looked for where there is none
        left join pg_catalog.pg_attrdef d
          on d.adrelid = case when a.atthasdef then a.attrelid end and d.adnum = a.attnum
        left join pg_catalog.pg_description comment
          on comment.objoid = a.attrelid and comment.objsubid = a.attnum
            and comment.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
        -- system columns, and what is left of dropped ones
        where a.attnum > 0 and not a.attisdropped
        """
            .formatted(
                major < COMPRESSION ? "null" : "nullif(a.attcompression, '')::pg_catalog.text",
                CatalogSql.attributeOptions("a.attoptions"),
                CatalogSql.grants("a.attacl"),
                Relations.NAMED_WITH_COLUMNS,
                CatalogSql.GONE),
        row -> attribute(row, words),
        true);
  }

  // One row per NOT NULL constraint; before 18 there are none in the catalog.
  static Query<NotNull> notNulls(int major) {
    String none = major < NOT_NULL_IN_CATALOG ? "and false" : "";
    return new Query<>(
        "NOT NULL constraints",
        """
        select con.conrelid::pg_catalog.int8 as relation, con.conkey[1] as number,
          case when %1$s then null else con.conname end as name,
          con.convalidated as validated, con.connoinherit as no_inherit
        from pg_catalog.pg_constraint con
        join pg_catalog.pg_class c on c.oid = con.conrelid
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        join pg_catalog.pg_attribute a on a.attrelid = con.conrelid and a.attnum = con.conkey[1]
        where con.contype = 'n' and %2$s %3$s
          and (not %1$s or not con.convalidated or con.connoinherit)
          -- what comes from a parent is told there
          and con.conislocal
        """
            .formatted(CHOSEN_BY_SERVER, Relations.WITH_PARTS, none),
        row ->
            new NotNull(
                row.number("relation"),
                (int) row.number("number"),
                row.textOrEmpty("name"),
                Stream.concat(
                        row.flag("no_inherit") ? Stream.of("NO INHERIT") : Stream.empty(),
                        row.flag("validated") ? Stream.empty() : Stream.of("NOT VALID"))
                    .toList()));
  }

  private static Attribute attribute(Row row, Words words) {
    long relation = row.number("relation");
    int number = (int) row.number("number");
    SqlText name = words.sql(row.text("name"));
    String identity = row.textOrEmpty("identity");
    return new Attribute(
        relation,
        number,
        name,
        row.number("collation_oid"),
        identity.isEmpty() ? ' ' : identity.charAt(0),
        column(row, number, name.text(), words));
  }

  /** At the place that its number says, as long as no column before it was dropped. */
  private static Column column(Row row, int number, String name, Words words) {
    SqlText expression = words.sql(row.text("expression"));
    Generated generated = generated(row.textOrEmpty("generated"));
    boolean computed = generated != Generated.NEVER;
    return new Column(
        name,
        number,
        words.one(row.text("type")),
        words.one(row.textOrEmpty("collation")),
        row.flag("not_null"),
        "",
        List.of(),
        computed ? SqlText.NONE : expression,
        generated,
        computed ? expression : SqlText.NONE,
        Optional.empty(),
        storage(row.textOrEmpty("storage")),
        compression(row.textOrEmpty("compression")),
        row.isNull("statistics_target") ? -1 : (int) row.number("statistics_target"),
        options(row),
        row.flag("inherited"),
        words.grants(row),
        row.textOrEmpty("comment"));
  }

  /** A column has options of its own or those of a foreign table, which may be secrets. */
  private static List<String> options(Row row) {
    List<String> options = CatalogSql.attributeOptions(row, "options");
    List<String> foreign = row.texts("foreign_options");
    return foreign.isEmpty()
        ? options
        : Stream.concat(options.stream(), SecretOptions.hide(foreign).stream()).toList();
  }

  /** The same column at its place among those that are left, with what other catalogs say of it. */
  static Column complete(
      Column column, int position, Optional<NotNull> notNull, Optional<Identity> identity) {
    if (column.position() == position && notNull.isEmpty() && identity.isEmpty()) {
      return column;
    }
    return new Column(
        column.name(),
        position,
        column.type(),
        column.collation(),
        column.notNull(),
        notNull.map(NotNull::name).orElse(""),
        notNull.map(NotNull::options).orElse(List.of()),
        column.defaultExpression(),
        column.generated(),
        column.generationExpression(),
        identity,
        column.storage(),
        column.compression(),
        column.statisticsTarget(),
        column.options(),
        column.inherited(),
        column.grants(),
        column.comment());
  }

  private static Generated generated(String letter) {
    return switch (letter) {
      case "" -> Generated.NEVER;
      case "s" -> Generated.STORED;
      case "v" -> Generated.VIRTUAL;
      default -> throw new IllegalStateException("attgenerated " + letter);
    };
  }

  private static String storage(String letter) {
    return switch (letter) {
      case "" -> "";
      case "p" -> "PLAIN";
      case "e" -> "EXTERNAL";
      case "m" -> "MAIN";
      case "x" -> "EXTENDED";
      default -> throw new IllegalStateException("attstorage " + letter);
    };
  }

  private static String compression(String letter) {
    return switch (letter) {
      case "" -> "";
      case "p" -> "pglz";
      case "l" -> "lz4";
      default -> throw new IllegalStateException("attcompression " + letter);
    };
  }
}
