package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Query;
import dev.dbpreflight.model.ForeignDataWrapper;
import dev.dbpreflight.model.ForeignServer;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.UserMapping;

/**
 * Foreign-data wrappers, foreign servers and user mappings; of the mappings only that they exist.
 */
final class ForeignData {

  private ForeignData() {}

  // One row per foreign-data wrapper; 14 to 18.
  static Query<ForeignDataWrapper> wrappers() {
    return new Query<>(
        "foreign-data wrappers",
        """
        select w.fdwname as name, %s as handler, %s as validator, w.fdwoptions as options,
          %s
        from pg_catalog.pg_foreign_data_wrapper w
        %s
        -- members of extensions go with them
        where %s
        """
            .formatted(
                CatalogSql.function("w.fdwhandler"),
                CatalogSql.function("w.fdwvalidator"),
                CatalogSql.attributes("w.fdwowner", "w.fdwacl", 'F'),
                CatalogSql.commentOn("pg_foreign_data_wrapper", "w.oid"),
                CatalogSql.ownObject("pg_foreign_data_wrapper", "w.oid")),
        row ->
            new ForeignDataWrapper(
                ObjectName.global(row.text("name")),
                row.textOrEmpty("handler"),
                row.textOrEmpty("validator"),
                SecretOptions.hide(row.texts("options")),
                CatalogSql.attributes(row)));
  }

  // One row per foreign server; 14 to 18.
  static Query<ForeignServer> servers() {
    return new Query<>(
        "foreign servers",
        """
        select s.srvname as name, w.fdwname as wrapper, s.srvtype as type, s.srvversion as version,
          s.srvoptions as options,
          %s
        from pg_catalog.pg_foreign_server s
        join pg_catalog.pg_foreign_data_wrapper w on w.oid = s.srvfdw
        %s
        -- members of extensions go with them
        where %s
        """
            .formatted(
                CatalogSql.attributes("s.srvowner", "s.srvacl", 'S'),
                CatalogSql.commentOn("pg_foreign_server", "s.oid"),
                CatalogSql.ownObject("pg_foreign_server", "s.oid")),
        row ->
            new ForeignServer(
                ObjectName.global(row.text("name")),
                row.text("wrapper"),
                row.textOrEmpty("type"),
                row.textOrEmpty("version"),
                SecretOptions.hide(row.texts("options")),
                CatalogSql.attributes(row)));
  }

  // One row per user mapping, from the view that every role may read, without the options; 14 to
  // 18.
  static Query<UserMapping> mappings() {
    return new Query<>(
        "user mappings",
        """
        select case when m.umuser = 0 then 'PUBLIC' else m.usename::pg_catalog.text end
          || ' on ' || m.srvname as name
        from pg_catalog.pg_user_mappings m
        -- members of extensions go with them
        where %s
        """
            .formatted(CatalogSql.ownObject("pg_user_mapping", "m.umid")),
        row -> new UserMapping(ObjectName.global(row.text("name"))));
  }
}
