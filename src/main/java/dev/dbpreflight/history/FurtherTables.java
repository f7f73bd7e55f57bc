package dev.dbpreflight.history;

import static dev.dbpreflight.history.Hints.primaryKey;
import static dev.dbpreflight.history.Rows.newest;

import dev.dbpreflight.history.Trouble.Kind;
import java.util.List;

/** More tools whose tables have a name or columns of their own. */
final class FurtherTables {
  private static final String COMMITTED =
      "committed_at any, committer_name text, committer_email text, planned_at any,"
          + " planner_name text, planner_email text";

  static final List<Signature> ALL =
      List.of(
          Signature.of(
                  MigrationTool.PHINX,
                  "phinxlog",
                  "version int, migration_name text, start_time time, end_time time,"
                      + " breakpoint bool",
                  newest("version", "#version"))
              .underAnyName(),
          Signature.of(
                  MigrationTool.DOCTRINE,
                  "doctrine_migration_versions",
                  "version text, executed_at time, execution_time int",
                  // What was only added to the table took no time.
                  newest("version", "version").recordedWhere(row -> row.isNull("execution_time")))
              .underNamesLike("migration"),
          Signature.of(
                  MigrationTool.DOCTRINE,
                  "doctrine_migration_versions migration_versions",
                  "version text(255)|text(191), executed_at? time",
                  newest("version", "version"))
              .where(primaryKey("version")),
          Signature.of(
                  MigrationTool.YOYO,
                  "_yoyo_migration",
                  "migration_hash text, migration_id text, applied_at_utc time",
                  new YoyoRows())
              .underAnyName()
              .with(
                  YoyoRows.LOG,
                  "id text, migration_hash text, migration_id text, operation text, username text,"
                      + " hostname text, comment text, created_at_utc time")
              .with("_yoyo_version", "version int, installed_at_utc time")
              .withLocks(
                  "yoyo_lock",
                  "locked int, ctime time, pid int",
                  LockRows.every().by(row -> "process " + row.text("pid")).sinceInUtc("ctime")),
          Signature.of(
                  MigrationTool.SQITCH,
                  "changes",
                  "change_id text, script_hash? text, change text, project text, note text, "
                      + COMMITTED,
                  new SqitchRows())
              .with(
                  "projects",
                  "project text, uri text, created_at any, creator_name text, creator_email text")
              .with(
                  "tags",
                  "tag_id text, tag text, project text, change_id text, note text, " + COMMITTED)
              .with(
                  "dependencies", "change_id text, type text, dependency text, dependency_id text")
              .with(
                  SqitchRows.EVENTS,
                  "event text, change_id text, change text, project text, note text, requires any,"
                      + " conflicts any, tags any, "
                      + COMMITTED)
              .with(
                  "releases",
                  "version any, installed_at any, installer_name text, installer_email text"),
          Signature.of(
                  MigrationTool.HASURA,
                  "hdb_version",
                  "hasura_uuid any, version text, upgraded_on time, cli_state any,"
                      + " console_state json, *",
                  new HasuraState())
              .inSchemas("hdb_catalog"),
          Signature.of(
                  MigrationTool.SEA_ORM,
                  "seaql_migrations",
                  "version text, applied_at int",
                  newest("version", "version"))
              .underNamesLike("migration")
              .where(primaryKey("version")),
          Signature.of(
                  MigrationTool.MIKRO_ORM,
                  "mikro_orm_migrations",
                  "id int, name text, executed_at time",
                  newest("name", "#id"))
              .underNamesLike("mikro"),
          Signature.of(
              MigrationTool.AERICH,
              "aerich",
              "id int, version text, app text, content json|text",
              newest("version", "#id").per("app", "/")),
          Signature.of(
              MigrationTool.NAKAMA,
              "migration_info",
              "id text, applied_at time",
              newest("id", "applied_at", "id")),
          Signature.of(
              MigrationTool.SQL_MIGRATE,
              "gorp_migrations",
              "id text, applied_at time",
              newest("id", "applied_at", "id")),
          Signature.of(
              MigrationTool.MYBATIS,
              "changelog",
              "id number, applied_at text(25), description text",
              newest("id", "#id")),
          Signature.of(
              MigrationTool.PLAY_EVOLUTIONS,
              "play_evolutions",
              "id int, hash text, applied_at time, apply_script text, revert_script text,"
                  + " state text, last_problem text",
              newest("id", "#id")
                  .where(row -> row.is("state", "applied"))
                  .checksum("hash")
                  .trouble(Kind.FAILED, row -> !row.is("last_problem", ""), "last_problem")
                  .trouble(Kind.UNFINISHED, row -> !row.is("state", "applied"))),
          Signature.of(
                  MigrationTool.KYSELY,
                  "kysely_migration",
                  "name text(255), timestamp text(255)",
                  newest("name", "timestamp", "name"))
              .underNamesLike("migration")
              .withLocks(
                  "{}_lock",
                  "id text, is_locked int",
                  LockRows.where(row -> row.number("is_locked") != 0)),
          Signature.of(
                  MigrationTool.BUN,
                  "bun_migrations",
                  "id int, name text, group_id int, migrated_at time",
                  newest("name", "#id"))
              .underNamesLike("migration")
              .withLocks("bun_migration_locks", "id int, table_name text", LockRows.every()),
          Signature.of(
              MigrationTool.PEEWEE_MIGRATE,
              "migratehistory",
              "id int, name text, migrated_at time",
              newest("name", "#id")),
          Signature.of(
              MigrationTool.RAGTIME,
              "ragtime_migrations",
              "id text, created_at text",
              newest("id", "created_at", "id")),
          Signature.of(
              MigrationTool.FLUENT_MIGRATOR,
              "versioninfo",
              "version int, appliedon time, description? text",
              newest("version", "#version")),
          Signature.of(
              MigrationTool.DB_UP,
              "schemaversions",
              "schemaversionsid int, scriptname text, applied time",
              newest("scriptname", "#schemaversionsid")));

  private FurtherTables() {}
}
