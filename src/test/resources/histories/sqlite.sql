-- One case per tool and version of its table, as the tool itself creates it, with a few rows.
-- "expect" lines: tool, table, [companions], revisions in force, number of applied rows. After them what is in trouble
-- and which locks are held, both complete; "applied" lines are complete where there is one.

-- case alembic
-- expect Alembic alembic_version [] 4f1a2b3c4d5e 1
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num));
INSERT INTO alembic_version VALUES ('4f1a2b3c4d5e');

-- case flyway
-- expect Flyway flyway_schema_history [] 1.10 2
-- trouble FAILED 2: V2__c.sql
CREATE TABLE "flyway_schema_history" (
  "installed_rank" INT NOT NULL PRIMARY KEY, "version" VARCHAR(50), "description" VARCHAR(200) NOT NULL, "type" VARCHAR(20) NOT NULL,
  "script" VARCHAR(1000) NOT NULL, "checksum" INT, "installed_by" VARCHAR(100) NOT NULL,
  "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')), "execution_time" INT NOT NULL, "success" BOOLEAN NOT NULL);
INSERT INTO flyway_schema_history VALUES
  (1, '1.9', 'a', 'SQL', 'V1.9__a.sql', 1, '', 'x', 1, 1), (2, '1.10', 'b', 'SQL', 'V1.10__b.sql', 1, '', 'x', 1, 1), (3, '2', 'c', 'SQL', 'V2__c.sql', 1, '', 'x', 1, 0);

-- case flyway that undid and deleted
-- expect Flyway flyway_schema_history [] 1 1
CREATE TABLE flyway_schema_history (
  installed_rank INT NOT NULL PRIMARY KEY, version VARCHAR(50), description VARCHAR(200) NOT NULL, type VARCHAR(20) NOT NULL,
  script VARCHAR(1000) NOT NULL, checksum INT, installed_by VARCHAR(100) NOT NULL, installed_on TEXT NOT NULL,
  execution_time INT NOT NULL, success BOOLEAN NOT NULL);
INSERT INTO flyway_schema_history VALUES
  (1, '1', '<< Flyway Baseline >>', 'BASELINE', '<< Flyway Baseline >>', NULL, '', 'x', 0, 1),
  (2, '2', 'b', 'SQL', 'V2__b.sql', 1, '', 'x', 1, 1), (3, '2', 'b', 'UNDO_SQL', 'U2__b.sql', 1, '', 'x', 1, 1),
  (4, NULL, 'views', 'SQL', 'R__views.sql', 1, '', 'x', 1, 1), (5, NULL, 'views', 'DELETE', 'R__views.sql', 1, '', 'x', 1, 1);

-- case liquibase
-- expect Liquibase DATABASECHANGELOG [DATABASECHANGELOGLOCK] a.xml::1::ann 1
CREATE TABLE DATABASECHANGELOGLOCK (ID INTEGER NOT NULL, LOCKED BOOLEAN NOT NULL, LOCKGRANTED TEXT, LOCKEDBY VARCHAR(255), CONSTRAINT PK_DATABASECHANGELOGLOCK PRIMARY KEY (ID));
CREATE TABLE DATABASECHANGELOG (
  ID VARCHAR(255) NOT NULL, AUTHOR VARCHAR(255) NOT NULL, FILENAME VARCHAR(255) NOT NULL, DATEEXECUTED TEXT NOT NULL, ORDEREXECUTED INTEGER NOT NULL,
  EXECTYPE VARCHAR(10) NOT NULL, MD5SUM VARCHAR(35), DESCRIPTION VARCHAR(255), COMMENTS VARCHAR(255), TAG VARCHAR(255), LIQUIBASE VARCHAR(20),
  CONTEXTS VARCHAR(255), LABELS VARCHAR(255), DEPLOYMENT_ID VARCHAR(10));
INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE) VALUES ('1', 'ann', 'a.xml', '1767225600000', 1, 'EXECUTED');

-- case django
-- expect Django django_migrations [] auth.0002_two, shop.0001_initial 3
CREATE TABLE "django_migrations" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app" varchar(255) NOT NULL, "name" varchar(255) NOT NULL, "applied" datetime NOT NULL);
INSERT INTO django_migrations (app, name, applied) VALUES ('auth', '0001_initial', 'x'), ('auth', '0002_two', 'x'), ('shop', '0001_initial', 'x');

-- case rails
-- expect Rails schema_migrations [ar_internal_metadata] 20260102000000 2
CREATE TABLE "schema_migrations" ("version" varchar NOT NULL PRIMARY KEY);
CREATE TABLE "ar_internal_metadata" ("key" varchar NOT NULL PRIMARY KEY, "value" varchar, "created_at" datetime(6) NOT NULL, "updated_at" datetime(6) NOT NULL);
INSERT INTO schema_migrations VALUES ('9'), ('20260102000000');

-- case rails without metadata
-- expect Rails schema_migrations [] 1 1
CREATE TABLE "schema_migrations" ("version" varchar NOT NULL PRIMARY KEY);
INSERT INTO schema_migrations VALUES ('1');

-- case prisma
-- expect Prisma _prisma_migrations [] 20260101000000_init 1
-- trouble FAILED 20260102000000_failed: no
CREATE TABLE "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL, "logs" TEXT,
  "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp, "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0);
INSERT INTO _prisma_migrations VALUES ('a', 'x', 1767225600000, '20260101000000_init', NULL, NULL, 1767225600000, 1), ('b', 'x', NULL, '20260102000000_failed', 'no', NULL, 1767225600001, 0);

-- case golang-migrate
-- expect golang-migrate schema_migrations [] 3 1
CREATE TABLE schema_migrations (version uint64,dirty bool);
CREATE UNIQUE INDEX version_unique ON schema_migrations (version);
INSERT INTO schema_migrations VALUES (3, 0);

-- case goose
-- expect goose goose_db_version [] 3 2
CREATE TABLE goose_db_version (id INTEGER PRIMARY KEY AUTOINCREMENT, version_id INTEGER NOT NULL, is_applied INTEGER NOT NULL, tstamp TIMESTAMP DEFAULT (datetime('now')));
INSERT INTO goose_db_version (version_id, is_applied) VALUES (0, 1), (1, 1), (3, 1), (4, 1), (4, 0);

-- case dbmate
-- expect dbmate schema_migrations [] 20260101000000 1
CREATE TABLE "schema_migrations" (version varchar(128) primary key);
INSERT INTO schema_migrations VALUES ('20260101000000');

-- case knex
-- expect Knex knex_migrations [knex_migrations_lock] 20260102_b.js 2
CREATE TABLE `knex_migrations` (`id` integer not null primary key autoincrement, `name` varchar(255), `batch` integer, `migration_time` datetime);
CREATE TABLE `knex_migrations_lock` (`index` integer not null primary key autoincrement, `is_locked` integer);
INSERT INTO knex_migrations (name, batch, migration_time) VALUES ('20260101_a.js', 1, 1767225600000), ('20260102_b.js', 1, 1767225600000);

-- case typeorm
-- expect TypeORM migrations [typeorm_metadata] Init1700000000001 1
CREATE TABLE "migrations" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "timestamp" bigint NOT NULL, "name" varchar NOT NULL);
CREATE TABLE "typeorm_metadata" ("type" varchar NOT NULL, "database" varchar, "schema" varchar, "table" varchar, "name" varchar, "value" text);
INSERT INTO migrations (timestamp, name) VALUES (1700000000001, 'Init1700000000001');

-- case sequelize
-- expect Sequelize SequelizeMeta [] 1-a.js 1
CREATE TABLE `SequelizeMeta` (`name` VARCHAR(255) NOT NULL UNIQUE PRIMARY KEY);
INSERT INTO SequelizeMeta VALUES ('1-a.js');

-- case drizzle
-- expect Drizzle __drizzle_migrations [] 1700000000002 2
CREATE TABLE "__drizzle_migrations" (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric);
INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('a', 1700000000001), ('b', 1700000000002);

-- case drizzle 1.0
-- expect Drizzle __drizzle_migrations [] 20260101000000_a 1
CREATE TABLE "__drizzle_migrations" (id INTEGER PRIMARY KEY, hash text NOT NULL, created_at numeric, name text, applied_at TEXT);
INSERT INTO __drizzle_migrations (hash, created_at, name) VALUES ('a', 1, '20260101000000_a');

-- case ef core
-- expect EF Core __EFMigrationsHistory [__EFMigrationsLock] 20260101000000_A 1
CREATE TABLE "__EFMigrationsHistory" ("MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY, "ProductVersion" TEXT NOT NULL);
CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
INSERT INTO "__EFMigrationsHistory" VALUES ('20260101000000_A', '9.0.0');

-- case sqlx
-- expect sqlx _sqlx_migrations [] 2 1
CREATE TABLE _sqlx_migrations (version BIGINT PRIMARY KEY, description TEXT NOT NULL, installed_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, success BOOLEAN NOT NULL, checksum BLOB NOT NULL, execution_time BIGINT NOT NULL);
INSERT INTO _sqlx_migrations VALUES (2, 'a', 'x', TRUE, x'00', 1);

-- case diesel
-- expect Diesel __diesel_schema_migrations [] 20260101000000 1
CREATE TABLE __diesel_schema_migrations (version VARCHAR(50) PRIMARY KEY NOT NULL, run_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP);
INSERT INTO __diesel_schema_migrations (version) VALUES ('20260101000000');

-- case refinery
-- expect refinery refinery_schema_history [] 10 2
CREATE TABLE refinery_schema_history (version INT4 PRIMARY KEY, name VARCHAR(255), applied_on VARCHAR(255), checksum VARCHAR(255));
INSERT INTO refinery_schema_history VALUES (9, 'a', '', '1'), (10, 'b', '', '1');

-- case atlas
-- expect Atlas atlas_schema_revisions [] 1 1
CREATE TABLE `atlas_schema_revisions` (
  `version` text NOT NULL, `description` text NOT NULL, `type` integer NOT NULL DEFAULT (2), `applied` integer NOT NULL DEFAULT (0),
  `total` integer NOT NULL DEFAULT (0), `executed_at` datetime NOT NULL, `execution_time` integer NOT NULL, `error` text NULL, `error_stmt` text NULL,
  `hash` text NOT NULL, `partial_hashes` json NULL, `operator_version` text NOT NULL, PRIMARY KEY (`version`));
INSERT INTO atlas_schema_revisions VALUES ('1', 'a', 2, 1, 1, 'x', 1, NULL, NULL, 'h', NULL, 'v');

-- case ecto
-- expect Ecto schema_migrations [] 20260102 2
CREATE TABLE "schema_migrations" ("version" INTEGER PRIMARY KEY, "inserted_at" TEXT);
INSERT INTO schema_migrations VALUES (20260101, 'x'), (20260102, 'x');

-- case laravel
-- expect Laravel migrations [] 2026_01_01_000000_a 1
CREATE TABLE "migrations" ("id" integer primary key autoincrement not null, "migration" varchar not null, "batch" integer not null);
INSERT INTO migrations (migration, batch) VALUES ('2026_01_01_000000_a', 1);

-- case phinx
-- expect Phinx phinxlog [] 20260101 1
CREATE TABLE `phinxlog` (`version` BIGINTEGER NOT NULL, `migration_name` VARCHAR(100) NULL, `start_time` TIMESTAMP_TEXT NULL, `end_time` TIMESTAMP_TEXT NULL, `breakpoint` BOOLEAN_INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (`version`));
INSERT INTO phinxlog (version) VALUES (20260101);

-- case doctrine
-- expect Doctrine Migrations doctrine_migration_versions [] DoctrineMigrations\Version1 1
CREATE TABLE doctrine_migration_versions (version VARCHAR(191) NOT NULL, executed_at DATETIME DEFAULT NULL, execution_time INTEGER DEFAULT NULL, PRIMARY KEY(version));
INSERT INTO doctrine_migration_versions VALUES ('DoctrineMigrations\Version1', 'x', 1);

-- case yoyo
-- expect yoyo _yoyo_migration [_yoyo_log, _yoyo_version, yoyo_lock] 0001.a 1
CREATE TABLE _yoyo_migration (migration_hash VARCHAR(64), migration_id VARCHAR(255), applied_at_utc TIMESTAMP, PRIMARY KEY (migration_hash));
CREATE TABLE _yoyo_log (id VARCHAR(36), migration_hash VARCHAR(64), migration_id VARCHAR(255), operation VARCHAR(10), username VARCHAR(255), hostname VARCHAR(255), comment VARCHAR(255), created_at_utc TIMESTAMP, PRIMARY KEY (id));
CREATE TABLE _yoyo_version (version INT NOT NULL PRIMARY KEY, installed_at_utc TIMESTAMP);
CREATE TABLE yoyo_lock (locked INT DEFAULT 1, ctime TIMESTAMP, pid INT NOT NULL, PRIMARY KEY (locked));
INSERT INTO _yoyo_migration VALUES ('a', '0001.a', 'x');

-- case sqitch in its own file
-- expect Sqitch changes [projects, releases] shop:users 1
CREATE TABLE releases (version FLOAT PRIMARY KEY, installed_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP, installer_name TEXT NOT NULL, installer_email TEXT NOT NULL);
CREATE TABLE projects (project TEXT PRIMARY KEY, uri TEXT NULL UNIQUE, created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP, creator_name TEXT NOT NULL, creator_email TEXT NOT NULL);
CREATE TABLE changes (change_id TEXT PRIMARY KEY, script_hash TEXT NULL, change TEXT NOT NULL, project TEXT NOT NULL REFERENCES projects(project), note TEXT NOT NULL DEFAULT '', committed_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP, committer_name TEXT NOT NULL, committer_email TEXT NOT NULL, planned_at DATETIME NOT NULL, planner_name TEXT NOT NULL, planner_email TEXT NOT NULL, UNIQUE(project, script_hash));
INSERT INTO changes VALUES ('1', 'h', 'users', 'shop', '', 'x', '', '', 'x', '', '');

-- case seaorm
-- expect SeaORM seaql_migrations [] m1 1
CREATE TABLE "seaql_migrations" ("version" varchar NOT NULL PRIMARY KEY, "applied_at" bigint NOT NULL);
INSERT INTO seaql_migrations VALUES ('m1', 1);

-- case mikroorm
-- expect MikroORM mikro_orm_migrations [] Migration1 1
CREATE TABLE `mikro_orm_migrations` (`id` integer not null primary key autoincrement, `name` text null, `executed_at` datetime null default current_timestamp);
INSERT INTO mikro_orm_migrations (name) VALUES ('Migration1');

-- case aerich
-- expect Aerich aerich [] models/0_a.py 1
CREATE TABLE "aerich" ("id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "version" VARCHAR(255) NOT NULL, "app" VARCHAR(100) NOT NULL, "content" JSON NOT NULL);
INSERT INTO aerich (version, app, content) VALUES ('0_a.py', 'models', '{}');

-- case kysely
-- expect Kysely kysely_migration [kysely_migration_lock] a 1
CREATE TABLE "kysely_migration" ("name" varchar(255) not null primary key, "timestamp" varchar(255) not null);
CREATE TABLE "kysely_migration_lock" ("id" varchar(255) not null primary key, "is_locked" integer default 0 not null);
INSERT INTO kysely_migration VALUES ('a', '2026-01-01');

-- case sql-migrate
-- expect sql-migrate gorp_migrations [] 1.sql 1
CREATE TABLE "gorp_migrations" ("id" varchar(255) not null primary key, "applied_at" datetime);
INSERT INTO gorp_migrations VALUES ('1.sql', 'x');

-- case yii
-- expect Yii migration [] m1 1
CREATE TABLE `migration` (`version` varchar(180) NOT NULL PRIMARY KEY, `apply_time` integer);
INSERT INTO migration VALUES ('m000000_000000_base', 1), ('m1', 2);

-- case tables of users that only look similar
CREATE TABLE migrations (id INTEGER PRIMARY KEY, name TEXT, status TEXT);
CREATE TABLE schema_migrations (id INTEGER PRIMARY KEY, version TEXT, name TEXT, up TEXT, down TEXT, run_at TEXT);
CREATE TABLE schema_version (version TEXT, applied_on TEXT);
CREATE TABLE alembic_version (version_num TEXT, branch TEXT);
CREATE TABLE projects (project TEXT PRIMARY KEY, uri TEXT);
CREATE TABLE releases (version TEXT, installed_at DATETIME);
CREATE TABLE migration (id INTEGER PRIMARY KEY, bird TEXT);
CREATE VIEW knex_migrations AS SELECT 1 AS id, 'a' AS name, 1 AS batch, 1 AS migration_time;
