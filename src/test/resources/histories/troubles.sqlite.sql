-- Histories in trouble, and what else their rows can say; the lines are explained in sqlite.sql.

-- case prisma: failed, died, resolved both ways
-- expect Prisma _prisma_migrations [] 4_marked 2
-- applied 1_init checksum c1
-- applied 4_marked checksum c4 recorded
-- trouble FAILED 2_failed: A migration failed to apply.
-- trouble UNFINISHED 3_died
CREATE TABLE "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL, "logs" TEXT,
  "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp, "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0);
INSERT INTO _prisma_migrations VALUES
  ('1', 'c1', 1767225600009, '1_init', NULL, NULL, 1767225600000, 1),
  ('2', 'c2', NULL, '2_failed', 'A migration failed to apply.' || char(10) || 'More', NULL, 1767225600001, 0),
  ('3', 'c3', NULL, '3_died', NULL, NULL, 1767225600002, 0), ('4', 'c4', 1767225600003, '4_marked', '', NULL, 1767225600003, 0),
  ('5', 'c5', NULL, '5_undone', 'no', 1767225600005, 1767225600004, 0);

-- case golang-migrate: dirty
-- expect golang-migrate schema_migrations [] 20260101 1
-- trouble DIRTY 20260101
CREATE TABLE schema_migrations (version uint64,dirty bool);
INSERT INTO schema_migrations VALUES (20260101, 1);

-- case sqlx: died just after the commit, which is harmless, and one set to failed by hand
-- expect sqlx _sqlx_migrations [] 10 2
-- applied 9 checksum cafe
-- applied 10 checksum 00ff
-- trouble FAILED 11
CREATE TABLE _sqlx_migrations (version BIGINT PRIMARY KEY, description TEXT NOT NULL, installed_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, success BOOLEAN NOT NULL, checksum BLOB NOT NULL, execution_time BIGINT NOT NULL);
INSERT INTO _sqlx_migrations VALUES (10, 'b', 'x', TRUE, x'00ff', -1), (9, 'a', 'x', TRUE, x'cafe', 1), (11, 'c', 'x', FALSE, x'00', 1);

-- case atlas: failed half way
-- expect Atlas atlas_schema_revisions [] 2 1
-- applied 1 checksum h1
-- trouble FAILED 2: near "tabel": syntax error
CREATE TABLE `atlas_schema_revisions` (
  `version` text NOT NULL, `description` text NOT NULL, `type` integer NOT NULL DEFAULT (2), `applied` integer NOT NULL DEFAULT (0),
  `total` integer NOT NULL DEFAULT (0), `executed_at` datetime NOT NULL, `execution_time` integer NOT NULL, `error` text NULL, `error_stmt` text NULL,
  `hash` text NOT NULL, `partial_hashes` json NULL, `operator_version` text NOT NULL, PRIMARY KEY (`version`));
INSERT INTO atlas_schema_revisions VALUES ('1', 'a', 2, 1, 1, 'x', 1, NULL, NULL, 'h1', NULL, 'v'), ('2', 'b', 2, 1, 2, 'x', 1, 'near "tabel": syntax error', 'create tabel', 'h2', NULL, 'v');

-- case ef core: locked by a process that died
-- expect EF Core __EFMigrationsHistory [__EFMigrationsLock] 1_A 1
-- lock ROW
CREATE TABLE "__EFMigrationsHistory" ("MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY, "ProductVersion" TEXT NOT NULL);
CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
INSERT INTO "__EFMigrationsHistory" VALUES ('1_A', '9.0.0');
INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00.0000000+00:00');

-- case yoyo: interrupted and locked
-- expect yoyo _yoyo_migration [_yoyo_log, yoyo_lock] 1.a 1
-- trouble UNFINISHED 2.b
-- lock ROW process 4711
CREATE TABLE _yoyo_migration (migration_hash VARCHAR(64), migration_id VARCHAR(255), applied_at_utc TIMESTAMP, PRIMARY KEY (migration_hash));
CREATE TABLE _yoyo_log (id VARCHAR(36), migration_hash VARCHAR(64), migration_id VARCHAR(255), operation VARCHAR(10), username VARCHAR(255), hostname VARCHAR(255), comment VARCHAR(255), created_at_utc TIMESTAMP, PRIMARY KEY (id));
CREATE TABLE yoyo_lock (locked INT DEFAULT 1, ctime TIMESTAMP, pid INT NOT NULL, PRIMARY KEY (locked));
INSERT INTO _yoyo_migration VALUES ('a', '1.a', '2026-01-01 00:00:00');
INSERT INTO _yoyo_log VALUES ('1', 'a', '1.a', 'apply', '', '', '', '2026-01-01 00:00:00'), ('2', 'b', '2.b', 'apply', '', '', '', '2026-01-02 00:00:00');
INSERT INTO yoyo_lock VALUES (1, '2026-01-02 00:00:00', 4711);

-- case kysely: locked
-- expect Kysely kysely_migration [kysely_migration_lock]  0
-- lock ROW
CREATE TABLE "kysely_migration" ("name" varchar(255) not null primary key, "timestamp" varchar(255) not null);
CREATE TABLE "kysely_migration_lock" ("id" varchar(255) not null primary key, "is_locked" integer default 0 not null);
INSERT INTO kysely_migration_lock VALUES ('migration_lock', 1);

-- case goose: a lock that is renewed
-- expect goose goose_db_version [goose_lock] 10 2
-- applied 9
-- applied 10
-- lock ROW host-1
CREATE TABLE goose_db_version (id INTEGER PRIMARY KEY AUTOINCREMENT, version_id INTEGER NOT NULL, is_applied INTEGER NOT NULL, tstamp TIMESTAMP DEFAULT (datetime('now')));
CREATE TABLE goose_lock (lock_id INTEGER PRIMARY KEY, locked BOOLEAN NOT NULL, locked_at TIMESTAMP, locked_by TEXT, lease_expires_at TIMESTAMP, updated_at TIMESTAMP);
INSERT INTO goose_db_version (version_id, is_applied) VALUES (0, 1), (10, 1), (9, 1);
INSERT INTO goose_lock VALUES (1, 1, datetime('now'), 'host-1', datetime('now', '+1 hour'), datetime('now'));

-- case doctrine: one only added to the table
-- expect Doctrine Migrations doctrine_migration_versions [] Shop\Version2 2
-- applied Shop\Version1 recorded
-- applied Shop\Version2
CREATE TABLE doctrine_migration_versions (version VARCHAR(191) NOT NULL, executed_at DATETIME DEFAULT NULL, execution_time INTEGER DEFAULT NULL, PRIMARY KEY(version));
INSERT INTO doctrine_migration_versions VALUES ('Shop\Version1', 'x', NULL), ('Shop\Version2', 'x', 1);
