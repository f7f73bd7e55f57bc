package dev.dbpreflight.history;

import java.util.List;

/** The migration tools whose bookkeeping is recognised. */
public enum MigrationTool {
  ALEMBIC("Alembic", Recording.HEADS),
  FLYWAY("Flyway"),
  LIQUIBASE("Liquibase"),
  DJANGO("Django"),
  RAILS("Rails"),
  PRISMA("Prisma"),
  GOLANG_MIGRATE("golang-migrate", Recording.LAST),
  GOOSE("goose"),
  DBMATE("dbmate"),
  /** The newest dbmate and Rails without its metadata table make the very same table. */
  DBMATE_OR_RAILS("dbmate or Rails"),
  KNEX("Knex"),
  TYPEORM("TypeORM"),
  SEQUELIZE("Sequelize"),
  DRIZZLE("Drizzle"),
  NODE_PG_MIGRATE("node-pg-migrate"),
  EF_CORE("EF Core"),
  SQLX("sqlx"),
  DIESEL("Diesel"),
  REFINERY("refinery"),
  ATLAS("Atlas"),
  ECTO("Ecto"),
  LARAVEL("Laravel"),
  PHINX("Phinx"),
  DOCTRINE("Doctrine Migrations"),
  YOYO("yoyo"),
  SQITCH("Sqitch"),
  HASURA("Hasura"),
  PGROLL("pgroll"),
  SEA_ORM("SeaORM"),
  MIKRO_ORM("MikroORM"),
  AERICH("Aerich"),
  PICCOLO("Piccolo"),
  SUPABASE("Supabase CLI"),
  SUPABASE_AUTH("Supabase Auth"),
  SUPABASE_REALTIME("Supabase Realtime"),
  SUPABASE_STORAGE("Supabase Storage"),
  NAKAMA("Nakama"),
  SQL_MIGRATE("sql-migrate"),
  MATTES_MIGRATE("mattes/migrate"),
  SEQUEL("Sequel"),
  MIGRATUS("Migratus"),
  POP("gobuffalo/pop"),
  GORMIGRATE("gormigrate"),
  POSTGRES_MIGRATIONS("postgres-migrations"),
  DB_MIGRATE("db-migrate"),
  CODEIGNITER("CodeIgniter"),
  R2DBC_MIGRATE("r2dbc-migrate"),
  GRAPHILE_WORKER("Graphile Worker"),
  GRAPHILE_MIGRATE("Graphile Migrate"),
  YII("Yii"),
  TERN("tern", Recording.LAST),
  MYBATIS("MyBatis Migrations"),
  PLAY_EVOLUTIONS("Play evolutions"),
  ADONIS("AdonisJS Lucid"),
  KYSELY("Kysely"),
  BUN("bun"),
  PEEWEE_MIGRATE("peewee_migrate"),
  RAGTIME("Ragtime"),
  MICRATE("Micrate"),
  FLUENT_MIGRATOR("FluentMigrator"),
  DB_UP("DbUp"),
  ENTITY_FRAMEWORK_6("Entity Framework 6"),
  /** Files without a tool, run by hand or by a script of the project's own: no history is known. */
  NUMBERED_SQL("numbered SQL files");

  /** What the rows of a history mean, together. */
  public enum Recording {
    /** One row per applied migration. */
    SET,
    /** The newest applied migration of every branch: all that they follow is applied, too. */
    HEADS,
    /** One version: every file up to it is applied. */
    LAST
  }

  private final String title;
  private final Recording recording;

  MigrationTool(String title) {
    this(title, Recording.SET);
  }

  MigrationTool(String title, Recording recording) {
    this.title = title;
    this.recording = recording;
  }

  /** How it records in its usual table; {@link History#recording()} knows the unusual ones. */
  public Recording recording() {
    return recording;
  }

  /** Whether a platform or a server keeps its own tables with it, and no release of the user's. */
  public boolean isPlatform() {
    return switch (this) {
      case SUPABASE_AUTH, SUPABASE_REALTIME, SUPABASE_STORAGE, NAKAMA, GRAPHILE_WORKER -> true;
      default -> false;
    };
  }

  /** The tools that a history of this one may belong to. */
  public List<MigrationTool> possible() {
    return this == DBMATE_OR_RAILS ? List.of(DBMATE, RAILS) : List.of(this);
  }

  /** The tool's own spelling of its name. */
  public String title() {
    return title;
  }
}
