package dev.dbpreflight.history;

import static dev.dbpreflight.history.Rows.all;
import static dev.dbpreflight.history.Rows.newest;

import dev.dbpreflight.history.Trouble.Kind;
import java.util.List;

/** The widely used tools whose tables have a name or columns of their own. */
final class OwnTables {
  private static final String GOOSE = "id int, version_id int, is_applied bool|int, tstamp time";

  /** Bits of Atlas' "type". */
  private static final long ATLAS_BASELINE = 1;

  private static final long ATLAS_RESOLVED = 4;
  private static final Reading GOOSE_ROWS =
      newest("version_id", "#version_id")
          .lastPer("version_id", "#id")
          .where(row -> row.flag("is_applied") && row.number("version_id") > 0);

  private static final String LIQUIBASE_LOCK =
      "id int, locked bool|int, lockgranted time|text, lockedby text";

  /** Its client writes the time, by the client's clock and zone. */
  private static final LockRows LIQUIBASE_LOCKED =
      LockRows.where(row -> row.flag("locked"))
          .by(row -> row.text("lockedby"))
          .since("lockgranted");

  /** A null for what ended and for what was rolled back: it runs, or it failed. */
  private static boolean isOpen(HistoryRow row) {
    return row.isNull("finished_at") && row.isNull("rolled_back_at");
  }

  /** Prisma writes a page; what the database said follows a line of this kind. */
  private static String databaseError(HistoryRow row) {
    String said = row.firstLineAfter("Database error:", "logs");
    return said.isEmpty() ? row.firstLine("logs") : said;
  }

  private static boolean isPartial(HistoryRow row) {
    boolean resolved = (row.number("type") & ATLAS_RESOLVED) != 0;
    return !resolved && (row.number("applied") < row.number("total") || !row.is("error", ""));
  }

  private static boolean isOnlyRecorded(HistoryRow row) {
    return row.number("type") == ATLAS_BASELINE || row.number("type") == ATLAS_RESOLVED;
  }

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
                  new FlywayRows())
              .underAnyName()
              .with("flyway_snapshot_history", "*"),
          Signature.of(
                  MigrationTool.LIQUIBASE,
                  "databasechangelog",
                  "id text, author text, filename text, dateexecuted time|text, orderexecuted int,"
                      + " exectype text, md5sum text, description? text, comments? text, tag? text,"
                      + " liquibase? text, contexts? text, labels? text, deployment_id? text",
                  newest("id", "dateexecuted", "#orderexecuted")
                      .spelled("::", "filename", "id", "author")
                      // A tag on an empty history is a row of its own.
                      .where(row -> !row.is("filename", "liquibase-internal"))
                      .checksum("md5sum")
                      .recordedWhere(row -> row.is("exectype", "MARK_RAN")))
              .underAnyName()
              .withLocks("databasechangeloglock", LIQUIBASE_LOCK, LIQUIBASE_LOCKED)
              .withLocks("{}lock", LIQUIBASE_LOCK, LIQUIBASE_LOCKED),
          Signature.of(
              MigrationTool.DJANGO,
              "django_migrations",
              "id int, app text, name text, applied time",
              newest("name", "#id").per("app", ".")),
          Signature.of(
                  MigrationTool.PRISMA,
                  "_prisma_migrations",
                  "id text, checksum text, finished_at time, migration_name text, logs text,"
                      + " rolled_back_at time, started_at time, applied_steps_count int",
                  newest("migration_name", "started_at", "migration_name")
                      .where(row -> !row.isNull("finished_at") && row.isNull("rolled_back_at"))
                      .checksum("checksum")
                      .recordedWhere(
                          row ->
                              row.number("applied_steps_count") == 0
                                  && row.text("started_at").equals(row.text("finished_at")))
                      .trouble(
                          Kind.FAILED,
                          row -> isOpen(row) && !row.is("logs", ""),
                          OwnTables::databaseError)
                      .trouble(Kind.UNFINISHED, OwnTables::isOpen))
              .underAnyName(),
          Signature.of(MigrationTool.MICRATE, "micrate_db_version", GOOSE, GOOSE_ROWS),
          Signature.of(MigrationTool.GOOSE, "goose_db_version", GOOSE, GOOSE_ROWS)
              .underAnyName()
              .withLocks(
                  "goose_lock",
                  "lock_id any, locked bool|int, locked_at any, locked_by text,"
                      + " lease_expires_at any, updated_at any",
                  LockRows.leased("locked", "lease_expires_at")
                      .by(row -> row.text("locked_by"))
                      .since("locked_at")),
          Signature.of(
                  MigrationTool.ADONIS,
                  "adonis_schema",
                  "id int, name text, batch int, migration_time time",
                  newest("name", "#id"))
              .with("adonis_schema_versions", "version int"),
          Signature.of(
                  MigrationTool.KNEX,
                  "knex_migrations",
                  "id int, name text, batch int, migration_time time",
                  newest("name", "#id"))
              .underAnyName()
              .withLocks(
                  "{}_lock",
                  "index int, is_locked int",
                  LockRows.where(row -> row.number("is_locked") != 0)),
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
                  newest("name", "name").checksum("hash"))
              .underNamesLike("migration"),
          Signature.of(
                  MigrationTool.DRIZZLE,
                  "__drizzle_migrations",
                  "id int, hash text, created_at int|number",
                  newest("created_at", "#created_at").checksum("hash"))
              .underNamesLike("migration"),
          Signature.of(
              MigrationTool.NODE_PG_MIGRATE,
              "pgmigrations",
              "id int, name text, run_on time",
              newest("name", "run_on", "#id")),
          Signature.of(
                  MigrationTool.EF_CORE,
                  "__efmigrationshistory",
                  "migrationid text, productversion text",
                  newest("migrationid", "migrationid"))
              .underAnyName()
              .withLocks(
                  "__efmigrationslock",
                  "id int, timestamp any",
                  LockRows.every().sinceInUtc("timestamp")),
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
                  newest("version", "#version")
                      .where(row -> row.flag("success"))
                      .checksum(row -> row.hex("checksum"))
                      .trouble(Kind.FAILED, row -> !row.flag("success")))
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
                  newest("version", "#version").checksum("checksum"))
              .underAnyName(),
          Signature.of(
                  MigrationTool.ATLAS,
                  "atlas_schema_revisions",
                  "version text, description text, type int, applied int, total int,"
                      + " executed_at time, execution_time int, error? text, error_stmt? text,"
                      + " hash text, partial_hashes? json, operator_version text",
                  newest("version", "version")
                      .where(row -> !row.is("version", ".atlas_cloud_identifier"))
                      .appliedWhere(row -> !isPartial(row))
                      .checksum("hash")
                      .recordedWhere(OwnTables::isOnlyRecorded)
                      .trouble(Kind.FAILED, row -> isPartial(row) && !row.is("error", ""), "error")
                      .trouble(
                          Kind.UNFINISHED,
                          row -> isPartial(row) && !row.is("version", ".atlas_cloud_identifier")))
              .underAnyName());

  private OwnTables() {}
}
