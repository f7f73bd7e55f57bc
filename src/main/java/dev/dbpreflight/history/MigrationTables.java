package dev.dbpreflight.history;

import static dev.dbpreflight.history.Hints.primaryKey;
import static dev.dbpreflight.history.Reading.Condition.Test.IS_NOT_TEXT;
import static dev.dbpreflight.history.Reading.Condition.Test.IS_POSITIVE;
import static dev.dbpreflight.history.Reading.Condition.Test.IS_TRUE;
import static dev.dbpreflight.history.Reading.Condition.of;
import static dev.dbpreflight.history.Reading.Rows.newest;

import dev.dbpreflight.history.Reading.Condition;
import java.util.List;

/** The tools that share the names {@code migrations} and {@code migration}. */
final class MigrationTables {
  private static final String NAME = "migrations";
  private static final String HASHED = "id int, name text(100), hash text(40), executed_at time";

  static final List<Signature> ALL =
      List.of(
          Signature.of(
                  MigrationTool.PGROLL,
                  NAME,
                  "schema any, name text, migration json, created_at? time, updated_at? time,"
                      + " parent text, done bool, resulting_schema json, migration_type? text",
                  newest("name", "created_at").where(of("done", IS_TRUE)).per("schema", "/"))
              .underAnyName()
              .with("pgroll_version", "version text, initialized_at time"),
          Signature.of(
                  MigrationTool.GRAPHILE_WORKER,
                  NAME,
                  "id int, ts time, breaking? bool",
                  newest("id", "id"))
              .inSchemas("graphile_worker"),
          Signature.of(
                  MigrationTool.GRAPHILE_MIGRATE,
                  NAME,
                  "hash text, previous_hash text, filename text, date time",
                  newest("filename", "date", "filename"))
              .inSchemas("graphile_migrate"),
          Signature.of(
                  MigrationTool.SUPABASE_STORAGE,
                  NAME,
                  HASHED,
                  newest("name", "id").where(of("id", IS_POSITIVE)))
              .inSchemas("storage"),
          Signature.of(
              MigrationTool.POSTGRES_MIGRATIONS,
              NAME,
              HASHED,
              newest("name", "id").where(of("id", IS_POSITIVE))),
          Signature.of(
                  MigrationTool.LARAVEL,
                  NAME,
                  "id int, migration text, batch int",
                  newest("migration", "batch", "id"))
              .underNamesLike("migration"),
          Signature.of(
                  MigrationTool.TYPEORM,
                  NAME,
                  "id int, timestamp int, name text",
                  newest("name", "timestamp", "id"))
              .underNamesLike("typeorm")
              .where(primaryKey("id"))
              .with(
                  "typeorm_metadata",
                  "type text, database text, schema text, table text, name text, value text"),
          Signature.of(MigrationTool.GORMIGRATE, NAME, "id text(255)", newest("id", "id"))
              .where(primaryKey("id")),
          Signature.of(
                  MigrationTool.DB_MIGRATE,
                  NAME,
                  "id int, name text, run_on time",
                  newest("name", "run_on", "id"))
              .where(primaryKey("id")),
          Signature.of(
              MigrationTool.CODEIGNITER,
              NAME,
              "id int, version text, class text, group text, namespace text, time int, batch int",
              newest("version", "id")),
          Signature.of(
                  MigrationTool.R2DBC_MIGRATE, NAME, "id int, description text", newest("id", "id"))
              .needs("{}_lock", "id int, locked bool"),
          Signature.of(
                  MigrationTool.YII,
                  "migration",
                  "version text(180), apply_time int",
                  newest("version", "apply_time", "version")
                      .where(new Condition("version", IS_NOT_TEXT, "m000000_000000_base")))
              .where(primaryKey("version")),
          Signature.of(
              MigrationTool.PICCOLO,
              "migration",
              "id int, name text(200), app_name text(200), ran_on time",
              newest("name", "id").per("app_name", "/")));

  private MigrationTables() {}
}
