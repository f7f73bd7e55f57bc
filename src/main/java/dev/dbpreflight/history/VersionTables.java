package dev.dbpreflight.history;

import static dev.dbpreflight.history.Hints.commentStarts;
import static dev.dbpreflight.history.Hints.hasDefault;
import static dev.dbpreflight.history.Hints.noPrimaryKey;
import static dev.dbpreflight.history.Hints.notNull;
import static dev.dbpreflight.history.Hints.primaryKey;
import static dev.dbpreflight.history.Hints.type;
import static dev.dbpreflight.history.Hints.uniqueIndex;
import static dev.dbpreflight.history.Reading.Condition.Test.IS_FALSE;
import static dev.dbpreflight.history.Reading.Condition.Test.IS_POSITIVE;
import static dev.dbpreflight.history.Reading.Condition.of;
import static dev.dbpreflight.history.Reading.Rows.newest;

import java.util.List;

/**
 * The tools that share the names {@code schema_migrations}, {@code schema_version}, {@code
 * schema_info}. The order decides: who is recognised by more comes first.
 */
final class VersionTables {
  private static final String RAILS_METADATA = "ar_internal_metadata";
  private static final String NAME = "schema_migrations";
  private static final String TEXT_VERSION = "version text";
  private static final Reading NEWEST = newest("version", "version");
  private static final Reading NEWEST_NUMBER = newest("version", "#version");

  static final List<Signature> ALL =
      List.of(
          Signature.of(
                  MigrationTool.HASURA,
                  NAME,
                  "version int, dirty bool",
                  newest("version", "version").where(of("dirty", IS_FALSE)))
              .inSchemas("hdb_catalog")
              .with("migration_settings", "setting text, value text"),
          Signature.of(
                  MigrationTool.GOLANG_MIGRATE,
                  NAME,
                  "version int, dirty bool",
                  newest("version", "version").where(of("dirty", IS_FALSE)))
              .underNamesLike("migration")
              .with("schema_lock", "lock_id int"),
          Signature.of(
                  MigrationTool.SUPABASE_REALTIME, NAME, "version int, inserted_at time", NEWEST)
              .inSchemas("realtime", "_realtime"),
          Signature.of(MigrationTool.ECTO, NAME, "version int, inserted_at time|text", NEWEST)
              .where(primaryKey("version"))
              .underNamesLike("migration"),
          Signature.of(
                  MigrationTool.SUPABASE,
                  NAME,
                  "version text, statements text[], name? text, *",
                  NEWEST)
              .underAnyName()
              .where(primaryKey("version"))
              .with("seed_files", "path text, hash text"),
          Signature.of(MigrationTool.SUPABASE, NAME, TEXT_VERSION, NEWEST)
              .inSchemas("supabase_migrations")
              .with("seed_files", "path text, hash text"),
          Signature.of(MigrationTool.SUPABASE_AUTH, NAME, "version text(255)", NEWEST)
              .inSchemas("auth")
              .where(commentStarts("Auth:")),
          Signature.of(MigrationTool.RAILS, NAME, TEXT_VERSION, NEWEST_NUMBER)
              .needs(RAILS_METADATA, "key text, value text, created_at time, updated_at time"),
          Signature.of(MigrationTool.RAILS, NAME, TEXT_VERSION, NEWEST_NUMBER)
              .where(noPrimaryKey())
              .where(uniqueIndex("unique_schema_migrations")),
          // As SQLite has it; PostgreSQL prints the type as "character varying".
          Signature.of(MigrationTool.RAILS, NAME, TEXT_VERSION, NEWEST_NUMBER)
              .where(type("version", "VARCHAR"))
              .where(notNull("version"))
              .where(primaryKey("version")),
          Signature.of(MigrationTool.DBMATE_OR_RAILS, NAME, TEXT_VERSION, NEWEST_NUMBER)
              .where(type("version", "character varying"))
              .where(primaryKey("version"))
              .without(RAILS_METADATA),
          Signature.of(MigrationTool.DBMATE, NAME, "version text(128)|text(255)", NEWEST_NUMBER)
              .where(primaryKey("version"))
              .without(RAILS_METADATA),
          Signature.of(MigrationTool.SEQUEL, NAME, "filename text", newest("filename", "filename"))
              .where(primaryKey("filename")),
          Signature.of(
              MigrationTool.MIGRATUS,
              NAME,
              "id int, applied time, description text(1024)",
              newest("id", "id").where(of("id", IS_POSITIVE))),
          Signature.of(MigrationTool.MATTES_MIGRATE, NAME, "version int", NEWEST)
              .where(primaryKey("version")),
          Signature.of(MigrationTool.POP, "schema_migration", "version text(14)", NEWEST_NUMBER)
              .where(uniqueIndex("schema_migration_version_idx")),
          Signature.of(
                  MigrationTool.TERN,
                  "schema_version",
                  "version int",
                  newest("version", "version").where(of("version", IS_POSITIVE)))
              .where(primaryKey("version")),
          Signature.of(
                  MigrationTool.SEQUEL,
                  "schema_info",
                  "version int",
                  newest("version", "version").where(of("version", IS_POSITIVE)))
              .where(notNull("version"))
              .where(hasDefault("version")),
          Signature.of(
              MigrationTool.RAILS,
              "schema_info",
              "version int",
              newest("version", "version").where(of("version", IS_POSITIVE))));

  private VersionTables() {}
}
