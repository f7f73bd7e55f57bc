-- case prisma migrate deploy
-- expect Prisma _prisma_migrations [] 20260101000000_init 1
-- applied 20260101000000_init checksum 70d4e0fbcd60e2a73c437b1dab3253a5624b0b07190e68cb3aebf92786c31479
CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
);
INSERT INTO _prisma_migrations VALUES('6da8906f-9926-4f5c-86eb-dc68f454f528','70d4e0fbcd60e2a73c437b1dab3253a5624b0b07190e68cb3aebf92786c31479','2026-11-25T03:25:13.266+00:00','20260101000000_init',NULL,NULL,'2026-11-25T03:25:13.133+00:00',1);

-- case prisma migrate deploy that failed
-- expect Prisma _prisma_migrations [] 20260101000000_init 1
-- applied 20260101000000_init checksum 70d4e0fbcd60e2a73c437b1dab3253a5624b0b07190e68cb3aebf92786c31479
-- trouble FAILED 20260102000000_more: External error id#0
CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
);
INSERT INTO _prisma_migrations VALUES('6da8906f-9926-4f5c-86eb-dc68f454f528','70d4e0fbcd60e2a73c437b1dab3253a5624b0b07190e68cb3aebf92786c31479','2026-11-25T03:25:13.266+00:00','20260101000000_init',NULL,NULL,'2026-11-25T03:25:13.133+00:00',1);
INSERT INTO _prisma_migrations VALUES('df75dc8b-7016-4525-8b75-facb3448147f','b313c2ee142a357760182a6a59402737fecb4c80c9a3b0d186da46fb0453b3c7',NULL,'20260102000000_more',replace('External error id#0\n   0: sql_schema_connector::apply_migration::apply_script\n           with migration_name="20260102000000_more"\n             at schema-engine/connectors/sql-schema-connector/src/apply_migration.rs:113\n   1: schema_commands::commands::apply_migrations::Applying migration\n           with migration_name="20260102000000_more"\n             at schema-engine/commands/src/commands/apply_migrations.rs:95\n   2: schema_engine_wasm::wasm::engine::ApplyMigrations\n             at schema-engine/schema-engine-wasm/src/wasm/engine.rs:167','\n',char(10)),NULL,'2026-11-25T03:25:25.375+00:00',0);

-- case prisma migrate resolve --rolled-back
-- expect Prisma _prisma_migrations [] 20260101000000_init 1
-- applied 20260101000000_init checksum 70d4e0fbcd60e2a73c437b1dab3253a5624b0b07190e68cb3aebf92786c31479
CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
);
INSERT INTO _prisma_migrations VALUES('6da8906f-9926-4f5c-86eb-dc68f454f528','70d4e0fbcd60e2a73c437b1dab3253a5624b0b07190e68cb3aebf92786c31479','2026-11-25T03:25:13.266+00:00','20260101000000_init',NULL,NULL,'2026-11-25T03:25:13.133+00:00',1);
INSERT INTO _prisma_migrations VALUES('df75dc8b-7016-4525-8b75-facb3448147f','b313c2ee142a357760182a6a59402737fecb4c80c9a3b0d186da46fb0453b3c7',NULL,'20260102000000_more',replace('External error id#0\n   0: sql_schema_connector::apply_migration::apply_script\n           with migration_name="20260102000000_more"\n             at schema-engine/connectors/sql-schema-connector/src/apply_migration.rs:113\n   1: schema_commands::commands::apply_migrations::Applying migration\n           with migration_name="20260102000000_more"\n             at schema-engine/commands/src/commands/apply_migrations.rs:95\n   2: schema_engine_wasm::wasm::engine::ApplyMigrations\n             at schema-engine/schema-engine-wasm/src/wasm/engine.rs:167','\n',char(10)),'2026-11-25T03:25:35.983+00:00','2026-11-25T03:25:25.375+00:00',0);

-- case prisma migrate resolve --applied
-- expect Prisma _prisma_migrations [] 20260102000000_more 2
-- applied 20260101000000_init checksum 70d4e0fbcd60e2a73c437b1dab3253a5624b0b07190e68cb3aebf92786c31479
-- applied 20260102000000_more checksum b313c2ee142a357760182a6a59402737fecb4c80c9a3b0d186da46fb0453b3c7 recorded
CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
);
INSERT INTO _prisma_migrations VALUES('6da8906f-9926-4f5c-86eb-dc68f454f528','70d4e0fbcd60e2a73c437b1dab3253a5624b0b07190e68cb3aebf92786c31479','2026-11-25T03:25:13.266+00:00','20260101000000_init',NULL,NULL,'2026-11-25T03:25:13.133+00:00',1);
INSERT INTO _prisma_migrations VALUES('df75dc8b-7016-4525-8b75-facb3448147f','b313c2ee142a357760182a6a59402737fecb4c80c9a3b0d186da46fb0453b3c7',NULL,'20260102000000_more',replace('External error id#0\n   0: sql_schema_connector::apply_migration::apply_script\n           with migration_name="20260102000000_more"\n             at schema-engine/connectors/sql-schema-connector/src/apply_migration.rs:113\n   1: schema_commands::commands::apply_migrations::Applying migration\n           with migration_name="20260102000000_more"\n             at schema-engine/commands/src/commands/apply_migrations.rs:95\n   2: schema_engine_wasm::wasm::engine::ApplyMigrations\n             at schema-engine/schema-engine-wasm/src/wasm/engine.rs:167','\n',char(10)),'2026-11-25T03:25:35.983+00:00','2026-11-25T03:25:25.375+00:00',0);
INSERT INTO _prisma_migrations VALUES('def6c27b-db9e-4e02-9bc5-926d6dd68d57','b313c2ee142a357760182a6a59402737fecb4c80c9a3b0d186da46fb0453b3c7','2026-11-25T03:25:45.325+00:00','20260102000000_more','',NULL,'2026-11-25T03:25:45.325+00:00',0);
