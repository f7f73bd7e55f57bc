-- case kysely migrateToLatest
-- expect Kysely kysely_migration [kysely_migration_lock] 2026-01-02_b 2
-- applied 2026-01-01_a
-- applied 2026-01-02_b
CREATE TABLE IF NOT EXISTS "kysely_migration" ("name" varchar(255) not null primary key, "timestamp" varchar(255) not null);
INSERT INTO kysely_migration VALUES('2026-01-01_a','2026-11-25T03:08:30.015Z');
INSERT INTO kysely_migration VALUES('2026-01-02_b','2026-11-25T03:08:30.055Z');
CREATE TABLE IF NOT EXISTS "kysely_migration_lock" ("id" varchar(255) not null primary key, "is_locked" integer default 0 not null);
INSERT INTO kysely_migration_lock VALUES('migration_lock',0);

-- case kysely migrateToLatest that failed
-- expect Kysely kysely_migration [kysely_migration_lock] 2026-01-02_b 2
-- applied 2026-01-01_a
-- applied 2026-01-02_b
CREATE TABLE IF NOT EXISTS "kysely_migration" ("name" varchar(255) not null primary key, "timestamp" varchar(255) not null);
INSERT INTO kysely_migration VALUES('2026-01-01_a','2026-11-25T03:08:30.015Z');
INSERT INTO kysely_migration VALUES('2026-01-02_b','2026-11-25T03:08:30.055Z');
CREATE TABLE IF NOT EXISTS "kysely_migration_lock" ("id" varchar(255) not null primary key, "is_locked" integer default 0 not null);
INSERT INTO kysely_migration_lock VALUES('migration_lock',0);

-- case kysely migrateToLatest that was killed
-- expect Kysely kysely_migration [kysely_migration_lock] 2026-01-02_b 2
-- applied 2026-01-01_a
-- applied 2026-01-02_b
CREATE TABLE IF NOT EXISTS "kysely_migration" ("name" varchar(255) not null primary key, "timestamp" varchar(255) not null);
INSERT INTO kysely_migration VALUES('2026-01-01_a','2026-11-25T03:08:32.184Z');
INSERT INTO kysely_migration VALUES('2026-01-02_b','2026-11-25T03:08:32.258Z');
CREATE TABLE IF NOT EXISTS "kysely_migration_lock" ("id" varchar(255) not null primary key, "is_locked" integer default 0 not null);
INSERT INTO kysely_migration_lock VALUES('migration_lock',0);
