package dev.dbpreflight.history;

import static dev.dbpreflight.history.Hints.commentStarts;
import static dev.dbpreflight.history.Hints.hasDefault;
import static dev.dbpreflight.history.Hints.noPrimaryKey;
import static dev.dbpreflight.history.Hints.notNull;
import static dev.dbpreflight.history.Hints.primaryKey;
import static dev.dbpreflight.history.Hints.type;
import static dev.dbpreflight.history.Hints.uniqueIndex;
import static dev.dbpreflight.history.Rows.newest;

import dev.dbpreflight.history.Trouble.Kind;
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

  /** A single number, which is zero or less before the first migration. */
  private static final Reading POSITIVE =
      newest("version", "#version").where(row -> row.number("version") > 0);

  private static final Rows DIRTY =
      newest("version", "#version").trouble(Kind.DIRTY, row -> row.flag("dirty"));

  static final List<Signature> ALL =
      List.of(
          Signature.of(
                  MigrationTool.HASURA,
                  NAME,
                  "version int, dirty bool",
                  DIRTY.where(row -> !row.flag("dirty")))
              .inSchemas("hdb_catalog")
              .with("migration_settings", "setting text, value text"),
          Signature.of(
                  MigrationTool.GOLANG_MIGRATE,
                  NAME,
                  "version int, dirty bool",
                  // Dirty or not, it is where the tool believes the database to be.
                  DIRTY.where(row -> row.number("version") >= 0))
              .underNamesLike("migration")
              .withLocks("schema_lock", "lock_id int", LockRows.every()),
          Signature.of(
                  MigrationTool.SUPABASE_REALTIME,
                  NAME,
                  "version int, inserted_at time",
                  NEWEST_NUMBER)
              .inSchemas("realtime", "_realtime"),
          Signature.of(
                  MigrationTool.ECTO, NAME, "version int, inserted_at time|text", NEWEST_NUMBER)
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
              .needs(
                  RAILS_METADATA, "key text, value text, created_at time, updated_at time", null),
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
              newest("id", "#id")
                  .where(row -> row.number("id") > 0)
                  .locked(LockRows.where(row -> row.number("id") == -1).since("applied"))),
          Signature.of(MigrationTool.MATTES_MIGRATE, NAME, "version int", NEWEST_NUMBER)
              .where(primaryKey("version")),
          Signature.of(MigrationTool.POP, "schema_migration", "version text(14)", NEWEST_NUMBER)
              .where(uniqueIndex("schema_migration_version_idx")),
          Signature.of(MigrationTool.TERN, "schema_version", "version int", POSITIVE)
              .where(primaryKey("version")),
          Signature.of(MigrationTool.SEQUEL, "schema_info", "version int", POSITIVE)
              .where(notNull("version"))
              .where(hasDefault("version")),
          Signature.of(MigrationTool.RAILS, "schema_info", "version int", POSITIVE));

  private VersionTables() {}
}
