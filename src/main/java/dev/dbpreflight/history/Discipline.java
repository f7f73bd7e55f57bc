package dev.dbpreflight.history;

import static dev.dbpreflight.history.MigrationTool.ADONIS;
import static dev.dbpreflight.history.MigrationTool.ALEMBIC;
import static dev.dbpreflight.history.MigrationTool.ATLAS;
import static dev.dbpreflight.history.MigrationTool.DRIZZLE;
import static dev.dbpreflight.history.MigrationTool.FLYWAY;
import static dev.dbpreflight.history.MigrationTool.GOLANG_MIGRATE;
import static dev.dbpreflight.history.MigrationTool.GOOSE;
import static dev.dbpreflight.history.MigrationTool.GRAPHILE_MIGRATE;
import static dev.dbpreflight.history.MigrationTool.KNEX;
import static dev.dbpreflight.history.MigrationTool.KYSELY;
import static dev.dbpreflight.history.MigrationTool.LIQUIBASE;
import static dev.dbpreflight.history.MigrationTool.NODE_PG_MIGRATE;
import static dev.dbpreflight.history.MigrationTool.PGROLL;
import static dev.dbpreflight.history.MigrationTool.POSTGRES_MIGRATIONS;
import static dev.dbpreflight.history.MigrationTool.REFINERY;
import static dev.dbpreflight.history.MigrationTool.SEQUEL;
import static dev.dbpreflight.history.MigrationTool.SQITCH;
import static dev.dbpreflight.history.MigrationTool.SQLX;
import static dev.dbpreflight.history.MigrationTool.SUPABASE;
import static dev.dbpreflight.history.MigrationTool.TERN;
import static dev.dbpreflight.history.MigrationTool.TYPEORM;
import static dev.dbpreflight.history.MigrationTool.YOYO;

import java.util.EnumSet;
import java.util.Set;

/** How tools, as they are configured by default, take files and histories that do not fit. */
final class Discipline {
  private static final Set<MigrationTool> REFUSE_LATECOMERS =
      EnumSet.of(
          FLYWAY,
          GOOSE,
          NODE_PG_MIGRATE,
          ATLAS,
          REFINERY,
          KYSELY,
          SUPABASE,
          POSTGRES_MIGRATIONS,
          GRAPHILE_MIGRATE);

  private static final Set<MigrationTool> REFUSE_MISSING_FILES =
      EnumSet.of(
          ALEMBIC,
          FLYWAY,
          KNEX,
          ADONIS,
          NODE_PG_MIGRATE,
          KYSELY,
          SQLX,
          REFINERY,
          SUPABASE,
          POSTGRES_MIGRATIONS,
          GRAPHILE_MIGRATE,
          SQITCH,
          GOLANG_MIGRATE,
          TERN,
          SEQUEL);

  /** Their ids say nothing about which is newer: the history's own order has to. */
  private static final Set<MigrationTool> UNORDERED_IDS =
      EnumSet.of(LIQUIBASE, SQITCH, TYPEORM, YOYO, PGROLL);

  private Discipline() {}

  /**
   * A file that was not applied and sorts before one that was is not run: the tool stops, or passes
   * over it for ever.
   *
   * @param id of such a file
   */
  static boolean leavesOut(MigrationTool tool, String id) {
    // The first kind of Drizzle's history keeps times and looks at the newest only.
    return REFUSE_LATECOMERS.contains(tool) || (tool == DRIZZLE && id.matches("\\d+"));
  }

  /** It stops when the history has a migration that the files lack. */
  static boolean stopsAtMissingFiles(MigrationTool tool) {
    return REFUSE_MISSING_FILES.contains(tool);
  }

  static boolean ordersById(MigrationTool tool) {
    return !UNORDERED_IDS.contains(tool);
  }
}
