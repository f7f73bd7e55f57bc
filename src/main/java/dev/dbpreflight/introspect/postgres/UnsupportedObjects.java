package dev.dbpreflight.introspect.postgres;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.dbpreflight.connect.Query;
import dev.dbpreflight.model.Unsupported;
import java.util.List;
import java.util.TreeMap;

/**
 * Everything that a user can make and the model does not cover: named, so that nobody believes it
 * was compared.
 */
final class UnsupportedObjects {

  /** One object. */
  record Named(String kind, String name) {}

  /** More are not counted: they are data, and one database can hold millions. */
  private static final int LARGE_OBJECTS_COUNTED = 1000;

  private UnsupportedObjects() {}

  // One row per object that is not modelled; 14 to 18.
  static Query<Named> query() {
    return new Query<>(
        "objects that are not modelled",
        String.join(
            "union all\n",
            inSchema(
                "operator class", "pg_opclass", "opc", "|| ' using ' || " + method("opcmethod")),
            inSchema(
                "operator family", "pg_opfamily", "opf", "|| ' using ' || " + method("opfmethod")),
            inSchema("conversion", "pg_conversion", "con", ""),
            types(),
            shellOperators(),
            global("access method", "pg_am", "o.amname"),
            global("language", "pg_language", "o.lanname"),
            transforms(),
            securityLabels(),
            extensionDependencies(),
            largeObjects()),
        row -> new Named(row.text("kind"), row.text("name")));
  }

  static List<Unsupported> grouped(List<Named> objects) {
    return objects.stream()
        .collect(groupingBy(Named::kind, TreeMap::new, mapping(Named::name, toList())))
        .entrySet()
        .stream()
        .map(kind -> new Unsupported(kind.getKey(), kind.getValue()))
        .toList();
  }

  private static String inSchema(String kind, String catalog, String prefix, String suffix) {
    return """
    select '%1$s' as kind, n.nspname || '.' || o.%3$sname %4$s as name
    from pg_catalog.%2$s o
    join pg_catalog.pg_namespace n on n.oid = o.%3$snamespace
    where %5$s
      -- members of extensions go with them
      and %6$s
    """
        .formatted(
            kind,
            catalog,
            prefix,
            suffix,
            CatalogSql.USER_SCHEMA,
            CatalogSql.ownObject(catalog, "o.oid"));
  }

  private static String method(String column) {
    return "(select amname from pg_catalog.pg_am where oid = o.%s)".formatted(column);
  }

  /** Base types and shells; the array types that come with every type are part of those. */
  private static String types() {
    return """
    select case when t.typisdefined then 'base type' else 'shell type' end,
      n.nspname || '.' || t.typname
    from pg_catalog.pg_type t
    join pg_catalog.pg_namespace n on n.oid = t.typnamespace
    where (t.typtype = 'b' or not t.typisdefined) and %s
      -- 'i': the array type of another type; 'e': members of extensions
      and %s
    """
        .formatted(CatalogSql.USER_SCHEMA, CatalogSql.standsAlone("pg_type", "t.oid"));
  }

  private static String shellOperators() {
    return """
    select 'shell operator', n.nspname || '.' || o.oprname || '('
      || case o.oprleft when 0 then 'NONE' else pg_catalog.format_type(o.oprleft, null) end
      || ', ' || pg_catalog.format_type(o.oprright, null) || ')'
    from pg_catalog.pg_operator o
    join pg_catalog.pg_namespace n on n.oid = o.oprnamespace
    where o.oprcode = 0 and %s
      -- members of extensions go with them
      and %s
    """
        .formatted(CatalogSql.USER_SCHEMA, CatalogSql.ownObject("pg_operator", "o.oid"));
  }

  private static String global(String kind, String catalog, String name) {
    return """
    select '%s', %s::pg_catalog.text from pg_catalog.%s o
    -- below: the server's own
    where o.oid >= %d
      -- members of extensions go with them
      and %s
    """
        .formatted(
            kind, name, catalog, CatalogSql.FIRST_USER_OID, CatalogSql.ownObject(catalog, "o.oid"));
  }

  private static String transforms() {
    return """
    select 'transform', 'for ' || pg_catalog.format_type(o.trftype, null) || ' language '
      || (select lanname from pg_catalog.pg_language where oid = o.trflang)
    from pg_catalog.pg_transform o
    -- members of extensions go with them; the server has none of its own
    where %s
    """
        .formatted(CatalogSql.ownObject("pg_transform", "o.oid"));
  }

  private static String securityLabels() {
    return """
    select 'security label', o.provider || ' on '
      || (pg_catalog.pg_identify_object(o.classoid, o.objoid, o.objsubid)).identity
    from pg_catalog.pg_seclabel o
    """;
  }

  /** ALTER … DEPENDS ON EXTENSION: the object goes when the extension goes. */
  private static String extensionDependencies() {
    return """
    select 'dependency on an extension',
      (pg_catalog.pg_identify_object(o.classid, o.objid, o.objsubid)).identity
        || ' on ' || e.extname
    from pg_catalog.pg_depend o
    join pg_catalog.pg_extension e on e.oid = o.refobjid
    where o.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass and o.deptype = 'x'
    """;
  }

  private static String largeObjects() {
    return """
    select 'large object',
      case when counted.number > %1$d then 'more than %1$d large objects'
        when counted.number = 1 then '1 large object'
        else counted.number || ' large objects' end
    from (
      select pg_catalog.count(*) as number
      from (select from pg_catalog.pg_largeobject_metadata limit %1$d + 1) few) counted
    where counted.number > 0
    """
        .formatted(LARGE_OBJECTS_COUNTED);
  }
}
