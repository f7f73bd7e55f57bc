package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Row;
import dev.dbpreflight.model.Attributes;
import dev.dbpreflight.model.Grant;
import java.util.List;

/**
 * The SQL that the queries of all areas have in common: which objects are the users' own, and what
 * each carries beside its definition. The privileges are those in force: where none was ever
 * granted, the server's built-in ones.
 */
final class CatalogSql {

  /** Condition on pg_namespace "n": neither the system's, nor temporary, nor information_schema. */
  static final String USER_SCHEMA = "(n.nspname !~ '^pg_' and n.nspname <> 'information_schema')";

  /** Objects with a smaller oid came with initdb. Only for objects that live in no schema. */
  static final int FIRST_USER_OID = 16384;

  /** Objects with a smaller oid cannot be dropped, and nobody is noted as depending on them. */
  static final int FIRST_UNPINNED_OID = 12000;

  /**
   * In place of a text that the server prints as NULL when the object is gone since the snapshot:
   * an error, and the same as where the server notices it by itself.
   */
  static final String GONE = "pg_catalog.currval('0')::pg_catalog.text";

  /** Not an option that anybody can set: pg_dump leaves it out as well. */
  private static final String SERVERS_MARK = "pg_attver=";

  private CatalogSql() {}

  /** Condition: the object is not a member of an extension; never told by its name. */
  static String ownObject(String catalog, String oid) {
    return notDependingAs("'e'", catalog, oid);
  }

  /** Condition: not a member of an extension and not the inside of another object. */
  static String standsAlone(String catalog, String oid) {
    return notDependingAs("'e', 'i'", catalog, oid);
  }

  private static String notDependingAs(String types, String catalog, String oid) {
    return """
    not exists (
      select from pg_catalog.pg_depend member
      where member.classid = '%s'::pg_catalog.regclass and member.objid = %s
        and member.deptype in (%s))\
    """
        .formatted(inCatalog(catalog), oid, types);
  }

  /** Columns owner, grants and comment; needs {@link #commentOn}. */
  static String attributes(String owner, String acl, char objectType) {
    return attributes(owner, acl, "'" + objectType + "'");
  }

  /**
   * Columns owner, grants and comment; needs {@link #commentOn}.
   *
   * @param objectType SQL that gives the letter that acldefault knows the kind of object by
   */
  static String attributes(String owner, String acl, String objectType) {
    return owner(owner)
        + ",\n"
        + grants("coalesce(%s, pg_catalog.acldefault(%s, %s))".formatted(acl, objectType, owner))
        + ",\ncomment.description as comment";
  }

  /** Columns owner, grants and comment of objects that nobody can be granted anything on. */
  static String attributesWithoutGrants(String owner) {
    return owner(owner) + ",\nnull as grants,\ncomment.description as comment";
  }

  private static String owner(String owner) {
    return "pg_catalog.pg_get_userbyid(%s) as owner".formatted(owner);
  }

  /** Column grants, in the form that {@link #grants(Row)} reads. */
  static String grants(String acl) {
    return "(%s)::pg_catalog.text as grants".formatted(acl);
  }

  /**
   * The options of a column, NULL where only the server's own mark is among them: since its minor
   * version of November 2026 (15.20) each column carries one, which differs from table to table.
   */
  static String attributeOptions(String options) {
    return """
    case when not (pg_catalog.cardinality(%1$s) = 1 and %2$s) then %1$s end\
    """
        .formatted(options, serversMark(options + "[1]"));
  }

  /** Condition: this option of a column is only the server's own mark. */
  static String serversMark(String option) {
    return "pg_catalog.starts_with(%s, '%s')".formatted(option, SERVERS_MARK);
  }

  /** What people set among the options that {@link #attributeOptions} gave. */
  static List<String> attributeOptions(Row row, String column) {
    List<String> options = row.texts(column);
    return options.isEmpty()
        ? options
        : options.stream().filter(option -> !option.startsWith(SERVERS_MARK)).toList();
  }

  /**
   * Joins the comment on a whole object as "comment". "offset 0" has all comments of the catalog
   * read once: a server that misjudges how many objects pass would look for each one's.
   */
  static String commentOn(String catalog, String oid) {
    return """
    left join (select objoid, description from pg_catalog.pg_description
      where objsubid = 0 and classoid = '%2$s'::pg_catalog.regclass offset 0) comment
      on comment.objoid = %1$s\
    """
        .formatted(oid, inCatalog(catalog));
  }

  /** The signature of a function, qualified unless it is the server's; NULL for none. */
  static String function(String oid) {
    return "nullif((%s)::pg_catalog.oid, 0)::pg_catalog.regprocedure::pg_catalog.text"
        .formatted(oid);
  }

  /** The types of a vector of type oids as one text: "integer, text". */
  static String typeList(String oids) {
    return """
    (select coalesce(pg_catalog.string_agg(
        pg_catalog.format_type(argument.type, null), ', ' order by argument.position), '')
      from pg_catalog.unnest(%s) with ordinality argument(type, position))\
    """
        .formatted(oids);
  }

  static Attributes attributes(Row row) {
    return new Attributes(row.textOrEmpty("owner"), grants(row), row.textOrEmpty("comment"));
  }

  static List<Grant> grants(Row row) {
    return AccessList.grants(row.texts("grants"));
  }

  private static String inCatalog(String catalog) {
    return "pg_catalog." + catalog;
  }
}
