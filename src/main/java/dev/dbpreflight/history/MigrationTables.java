package dev.dbpreflight.history;

import static dev.dbpreflight.history.Hints.primaryKey;
import static dev.dbpreflight.history.Rows.newest;

import java.util.List;

/** The tools that share the names {@code migrations} and {@code migration}. */
final class MigrationTables {
  private static final String NAME = "migrations";
  private static final String HASHED = "id int, name text(100), hash text(40), executed_at time";

  /** The first row stands for the table itself. */
  private static final Reading NUMBERED =
      newest("name", "#id").where(row -> row.number("id") > 0).checksum("hash");

  static final List<Signature> ALL =
      List.of(
          Signature.of(
                  MigrationTool.PGROLL,
                  NAME,
                  "schema any, name text, migration json, created_at? time, updated_at? time,"
                      + " parent text, done bool, resulting_schema json, migration_type? text",
                  new PgrollRows())
              .underAnyName()
              .with("pgroll_version", "version text, initialized_at time"),
          Signature.of(
                  MigrationTool.GRAPHILE_WORKER,
                  NAME,
                  "id int, ts time, breaking? bool",
                  newest("id", "#id"))
              .inSchemas("graphile_worker"),
          Signature.of(
                  MigrationTool.GRAPHILE_MIGRATE,
                  NAME,
                  "hash text, previous_hash text, filename text, date time",
                  newest("filename", "date", "filename").checksum("hash"))
              .inSchemas("graphile_migrate"),
          Signature.of(MigrationTool.SUPABASE_STORAGE, NAME, HASHED, NUMBERED).inSchemas("storage"),
          Signature.of(MigrationTool.POSTGRES_MIGRATIONS, NAME, HASHED, NUMBERED),
          Signature.of(
                  MigrationTool.LARAVEL,
                  NAME,
                  "id int, migration text, batch int",
                  newest("migration", "#batch", "#id"))
              .underNamesLike("migration"),
          Signature.of(
                  MigrationTool.TYPEORM,
                  NAME,
                  "id int, timestamp int, name text",
                  newest("name", "#timestamp", "#id"))
              .underNamesLike("typeorm")
              .where(primaryKey("id"))
              .with(
                  "typeorm_metadata",
                  "type text, database text, schema text, table text, name text, value text"),
          Signature.of(
                  MigrationTool.GORMIGRATE,
                  NAME,
                  "id text(255)",
                  newest("id", "id").recordedWhere(row -> row.is("id", "SCHEMA_INIT")))
              .where(primaryKey("id")),
          Signature.of(
                  MigrationTool.DB_MIGRATE,
                  NAME,
                  "id int, name text, run_on time",
                  newest("name", "run_on", "#id"))
              .where(primaryKey("id")),
          Signature.of(
              MigrationTool.CODEIGNITER,
              NAME,
              "id int, version text, class text, group text, namespace text, time int, batch int",
              newest("version", "#id")),
          Signature.of(
                  MigrationTool.R2DBC_MIGRATE,
                  NAME,
                  "id int, description text",
                  newest("id", "#id"))
              .needs("{}_lock", "id int, locked bool", LockRows.where(row -> row.flag("locked"))),
          Signature.of(
                  MigrationTool.YII,
                  "migration",
                  "version text(180), apply_time int",
                  newest("version", "#apply_time", "version")
                      .where(row -> !row.is("version", "m000000_000000_base")))
              .where(primaryKey("version")),
          Signature.of(
              MigrationTool.PICCOLO,
              "migration",
              "id int, name text(200), app_name text(200), ran_on time",
              newest("name", "#id").per("app_name", "/")));

  private MigrationTables() {}
}
