package dev.dbpreflight.history;

import static dev.dbpreflight.history.Reading.Condition.Test.IS_NOT_NULL;
import static dev.dbpreflight.history.Reading.Condition.Test.IS_NOT_TEXT;
import static dev.dbpreflight.history.Reading.Condition.Test.IS_NULL;
import static dev.dbpreflight.history.Reading.Condition.Test.IS_POSITIVE;
import static dev.dbpreflight.history.Reading.Condition.Test.IS_TRUE;
import static dev.dbpreflight.history.Reading.Condition.of;
import static dev.dbpreflight.history.Reading.Rows.all;
import static dev.dbpreflight.history.Reading.Rows.newest;

import dev.dbpreflight.history.Reading.Condition;
import java.util.List;

/** The widely used tools whose tables have a name or columns of their own. */
final class OwnTables {
  private static final String GOOSE = "id int, version_id int, is_applied bool|int, tstamp time";
  private static final Reading GOOSE_ROWS =
      newest("version_id", "version_id")
          .lastPer("version_id", "id")
          .where(of("is_applied", IS_TRUE), of("version_id", IS_POSITIVE));

  static final List<Signature> ALL =
      List.of(
          Signature.of(
                  MigrationTool.ALEMBIC, "alembic_version", "version_num text", all("version_num"))
              .underAnyName(),
          Signature.of(
                  MigrationTool.FLYWAY,
                  "flyway_schema_history schema_version",
                  "version_rank? int, installed_rank int, version text, description text, type"
                      + " text, script text, checksum int, installed_by text, installed_on"
                      + " time|text, execution_time int, success bool",
                  new Reading.FlywayRows())
              .underAnyName()
              .with("flyway_snapshot_history", "*"),
          Signature.of(
                  MigrationTool.LIQUIBASE,
                  "databasechangelog",
                  "id text, author text, filename text, dateexecuted time|text, orderexecuted int,"
                      + " exectype text, md5sum text, description? text, comments? text, tag? text,"
                      + " liquibase? text, contexts? text, labels? text, deployment_id? text",
                  newest("id", "dateexecuted", "orderexecuted")
                      .spelled("::", "filename", "id", "author"))
              .underAnyName()
              .with(
                  "databasechangeloglock",
                  "id int, locked bool|int, lockgranted time|text, lockedby text")
              .with("{}lock", "id int, locked bool|int, lockgranted time|text, lockedby text"),
          Signature.of(
              MigrationTool.DJANGO,
              "django_migrations",
              "id int, app text, name text, applied time",
              newest("name", "id").per("app", ".")),
          Signature.of(
                  MigrationTool.PRISMA,
                  "_prisma_migrations",
                  "id text, checksum text, finished_at time, migration_name text, logs text,"
                      + " rolled_back_at time, started_at time, applied_steps_count int",
                  newest("migration_name", "started_at", "migration_name")
                      .where(of("finished_at", IS_NOT_NULL), of("rolled_back_at", IS_NULL)))
              .underAnyName(),
          Signature.of(MigrationTool.MICRATE, "micrate_db_version", GOOSE, GOOSE_ROWS),
          Signature.of(MigrationTool.GOOSE, "goose_db_version", GOOSE, GOOSE_ROWS)
              .underAnyName()
              .with(
                  "goose_lock",
                  "lock_id any, locked bool|int, locked_at any, locked_by text,"
                      + " lease_expires_at any, updated_at any"),
          Signature.of(
                  MigrationTool.ADONIS,
                  "adonis_schema",
                  "id int, name text, batch int, migration_time time",
                  newest("name", "id"))
              .with("adonis_schema_versions", "version int"),
          Signature.of(
                  MigrationTool.KNEX,
                  "knex_migrations",
                  "id int, name text, batch int, migration_time time",
                  newest("name", "id"))
              .underAnyName()
              .with("{}_lock", "index int, is_locked int"),
          Signature.of(
                  MigrationTool.SEQUELIZE,
                  "sequelizemeta",
                  "name text, createdat? time, updatedat? time",
                  newest("name", "name"))
              .with("sequelizedata", "name text, createdat? time, updatedat? time"),
          Signature.of(
                  MigrationTool.DRIZZLE,
                  "__drizzle_migrations",
                  "id int, hash text, created_at int|number, name text, applied_at time|text",
                  newest("name", "name"))
              .underNamesLike("migration"),
          Signature.of(
                  MigrationTool.DRIZZLE,
                  "__drizzle_migrations",
                  "id int, hash text, created_at int|number",
                  newest("created_at", "created_at"))
              .underNamesLike("migration"),
          Signature.of(
              MigrationTool.NODE_PG_MIGRATE,
              "pgmigrations",
              "id int, name text, run_on time",
              newest("name", "run_on", "id")),
          Signature.of(
                  MigrationTool.EF_CORE,
                  "__efmigrationshistory",
                  "migrationid text, productversion text",
                  newest("migrationid", "migrationid"))
              .underAnyName()
              .with("__efmigrationslock", "id int, timestamp any"),
          Signature.of(
                  MigrationTool.EF_CORE,
                  "__efmigrationshistory __ef_migrations_history",
                  "migration_id text, product_version text",
                  newest("migration_id", "migration_id"))
              .underAnyName(),
          Signature.of(
              MigrationTool.ENTITY_FRAMEWORK_6,
              "__migrationhistory",
              "migrationid text, contextkey text, model bytes, productversion text",
              newest("migrationid", "migrationid").per("contextkey", "/")),
          Signature.of(
                  MigrationTool.SQLX,
                  "_sqlx_migrations",
                  "version int, description text, installed_on time, success bool, checksum bytes,"
                      + " execution_time int",
                  newest("version", "version").where(of("success", IS_TRUE)))
              .underAnyName(),
          Signature.of(
              MigrationTool.DIESEL,
              "__diesel_schema_migrations",
              "version text, run_on time",
              newest("version", "version")),
          Signature.of(
                  MigrationTool.REFINERY,
                  "refinery_schema_history",
                  "version int, name text(255), applied_on text(255), checksum text(255)",
                  newest("version", "version"))
              .underAnyName(),
          Signature.of(
                  MigrationTool.ATLAS,
                  "atlas_schema_revisions",
                  "version text, description text, type int, applied int, total int,"
                      + " executed_at time, execution_time int, error? text, error_stmt? text,"
                      + " hash text, partial_hashes? json, operator_version text",
                  newest("version", "version")
                      .where(new Condition("version", IS_NOT_TEXT, ".atlas_cloud_identifier")))
              .underAnyName());

  private OwnTables() {}
}
