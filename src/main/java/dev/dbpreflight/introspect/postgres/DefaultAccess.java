package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Query;
import dev.dbpreflight.model.DefaultPrivileges;
import dev.dbpreflight.model.ObjectName;

/**
 * What ALTER DEFAULT PRIVILEGES set. An entry for one schema adds to the privileges that objects
 * get anyway; an entry without a schema replaces them.
 */
final class DefaultAccess {

  private DefaultAccess() {}

  // One row per role, object type and schema; large objects came with 18; 14 to 18.
  static Query<DefaultPrivileges> query() {
    return new Query<>(
        "default privileges",
        """
        select pg_catalog.pg_get_userbyid(d.defaclrole) || ', '
            || case d.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences'
              when 'f' then 'functions' when 'T' then 'types' when 'n' then 'schemas'
              when 'L' then 'large objects' else d.defaclobjtype::pg_catalog.text end
            || coalesce(', ' || n.nspname, '') as name,
          %s
        from pg_catalog.pg_default_acl d
        left join pg_catalog.pg_namespace n on n.oid = d.defaclnamespace
        -- members of extensions go with them
        where %s
        """
            .formatted(
                CatalogSql.grants("d.defaclacl"), CatalogSql.ownObject("pg_default_acl", "d.oid")),
        row -> new DefaultPrivileges(ObjectName.global(row.text("name")), CatalogSql.grants(row)));
  }
}
