-- One case per tool and version of its table, as the tool itself creates it, with a few rows.
-- "expect" lines: tool, table, [companions], revisions in force, number of applied rows. After them what is in trouble
-- and which locks are held, both complete; "applied" lines are complete where there is one.

-- case alembic
-- expect Alembic public.alembic_version [] 4f1a2b3c4d5e 1
CREATE TABLE alembic_version (version_num varchar(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num));
INSERT INTO alembic_version VALUES ('4f1a2b3c4d5e');

-- case alembic with two heads under a name of its own
-- expect Alembic app.shop_version [] 111111111111, 222222222222 2
CREATE SCHEMA app;
CREATE TABLE app.shop_version (version_num varchar(32) NOT NULL);
INSERT INTO app.shop_version VALUES ('222222222222'), ('111111111111');

-- case alembic at base
-- expect Alembic public.alembic_version []  0
CREATE TABLE alembic_version (version_num varchar(32) NOT NULL PRIMARY KEY);

-- case flyway
-- expect Flyway public.flyway_schema_history [] 1.10 2
-- applied 1.9 checksum 1
-- applied 1.10 checksum 2
-- trouble FAILED 2: V2__broken.sql
CREATE TABLE flyway_schema_history (
  installed_rank integer NOT NULL CONSTRAINT flyway_schema_history_pk PRIMARY KEY, version varchar(50),
  description varchar(200) NOT NULL, type varchar(20) NOT NULL, script varchar(1000) NOT NULL, checksum integer,
  installed_by varchar(100) NOT NULL, installed_on timestamp NOT NULL DEFAULT now(), execution_time integer NOT NULL,
  success boolean NOT NULL);
CREATE INDEX flyway_schema_history_s_idx ON flyway_schema_history (success);
INSERT INTO flyway_schema_history VALUES
  (0, NULL, '<< Flyway Schema Creation >>', 'SCHEMA', '"app"', NULL, 'app', now(), 0, true),
  (1, '1.9', 'start', 'SQL', 'V1.9__start.sql', 1, 'app', now(), 3, true),
  (2, '1.10', 'more', 'SQL', 'V1.10__more.sql', 2, 'app', now(), 3, true),
  (3, '2', 'broken', 'SQL', 'V2__broken.sql', 3, 'app', now(), 3, false);

-- case flyway under a name of its own
-- expect Flyway ops.deployments [] views 1
-- applied R:views checksum 1
CREATE SCHEMA ops;
CREATE TABLE ops.deployments (
  installed_rank integer NOT NULL PRIMARY KEY, version varchar(50), description varchar(200) NOT NULL,
  type varchar(20) NOT NULL, script varchar(1000) NOT NULL, checksum integer, installed_by varchar(100) NOT NULL,
  installed_on timestamp NOT NULL DEFAULT now(), execution_time integer NOT NULL, success boolean NOT NULL);
INSERT INTO ops.deployments VALUES (1, NULL, 'views', 'SQL', 'R__views.sql', 1, 'app', now(), 3, true);

-- case flyway 3
-- expect Flyway public.schema_version [] 2 2
-- applied 1 recorded
-- applied 2 checksum 2
CREATE TABLE schema_version (
  version_rank integer NOT NULL, installed_rank integer NOT NULL, version varchar(50) NOT NULL PRIMARY KEY,
  description varchar(200) NOT NULL, type varchar(20) NOT NULL, script varchar(1000) NOT NULL, checksum integer,
  installed_by varchar(100) NOT NULL, installed_on timestamp NOT NULL DEFAULT now(), execution_time integer NOT NULL,
  success boolean NOT NULL);
INSERT INTO schema_version VALUES
  (1, 1, '1', '<< Flyway Init >>', 'INIT', '<< Flyway Init >>', NULL, 'app', now(), 0, true),
  (2, 2, '2', 'more', 'SQL', 'V2__more.sql', 2, 'app', now(), 3, true);

-- case liquibase
-- expect Liquibase public.databasechangelog [public.databasechangeloglock] db/b.sql::2::ann 2
CREATE TABLE databasechangeloglock (id integer NOT NULL PRIMARY KEY, locked boolean NOT NULL, lockgranted timestamp, lockedby varchar(255));
CREATE TABLE databasechangelog (
  id varchar(255) NOT NULL, author varchar(255) NOT NULL, filename varchar(255) NOT NULL, dateexecuted timestamp NOT NULL,
  orderexecuted integer NOT NULL, exectype varchar(10) NOT NULL, md5sum varchar(35), description varchar(255),
  comments varchar(255), tag varchar(255), liquibase varchar(20), contexts varchar(255), labels varchar(255),
  deployment_id varchar(10));
INSERT INTO databasechangelog (id, author, filename, dateexecuted, orderexecuted, exectype) VALUES
  ('1', 'ann', 'db/a.sql', '2026-01-01', 1, 'EXECUTED'), ('2', 'ann', 'db/b.sql', '2026-01-01', 2, 'EXECUTED');

-- case liquibase 3.0
-- expect Liquibase public.databasechangelog [] a.xml::1::ann 1
-- applied a.xml::1::ann recorded
CREATE TABLE databasechangelog (
  id varchar(255) NOT NULL, author varchar(255) NOT NULL, filename varchar(255) NOT NULL, dateexecuted timestamptz NOT NULL,
  orderexecuted integer NOT NULL, exectype varchar(10) NOT NULL, md5sum varchar(35), description varchar(255),
  comments varchar(255), tag varchar(255), liquibase varchar(20), PRIMARY KEY (id, author, filename));
INSERT INTO databasechangelog (id, author, filename, dateexecuted, orderexecuted, exectype) VALUES ('1', 'ann', 'a.xml', now(), 1, 'MARK_RAN');

-- case liquibase that made its lock only
-- expect Liquibase public.databasechangeloglock []  0
CREATE TABLE databasechangeloglock (id integer NOT NULL PRIMARY KEY, locked boolean NOT NULL, lockgranted timestamp, lockedby varchar(255));

-- case django
-- expect Django public.django_migrations [] auth.0002_two, shop.0001_initial 3
CREATE TABLE django_migrations (id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, app varchar(255) NOT NULL, name varchar(255) NOT NULL, applied timestamptz NOT NULL);
INSERT INTO django_migrations (app, name, applied) VALUES ('auth', '0001_initial', now()), ('auth', '0002_two', now()), ('shop', '0001_initial', now());

-- case django with a sequence
-- expect Django public.django_migrations []  0
CREATE TABLE django_migrations (id serial PRIMARY KEY, app varchar(255) NOT NULL, name varchar(255) NOT NULL, applied timestamptz NOT NULL);

-- case rails
-- expect Rails public.schema_migrations [public.ar_internal_metadata] 20260102000000 2
CREATE TABLE schema_migrations (version character varying NOT NULL PRIMARY KEY);
CREATE TABLE ar_internal_metadata (key character varying NOT NULL PRIMARY KEY, value character varying, created_at timestamp(6) NOT NULL, updated_at timestamp(6) NOT NULL);
INSERT INTO schema_migrations VALUES ('9'), ('20260102000000');

-- case rails 4
-- expect Rails public.schema_migrations [] 20140101000000 1
CREATE TABLE schema_migrations (version varchar(255) NOT NULL);
CREATE UNIQUE INDEX unique_schema_migrations ON schema_migrations (version);
INSERT INTO schema_migrations VALUES ('20140101000000');

-- case rails 2.0
-- expect Rails public.schema_info [] 12 1
CREATE TABLE schema_info (version integer);
INSERT INTO schema_info VALUES (12);

-- case prisma
-- expect Prisma public._prisma_migrations [] 20260101000000_init 1
-- trouble FAILED 20260102000000_failed: no
CREATE TABLE _prisma_migrations (
  id varchar(36) PRIMARY KEY NOT NULL, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL,
  logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0);
INSERT INTO _prisma_migrations VALUES
  ('a', 'x', now(), '20260101000000_init', NULL, NULL, now(), 1),
  ('b', 'x', NULL, '20260102000000_failed', 'no', NULL, now(), 0),
  ('c', 'x', NULL, '20260103000000_undone', 'no', now(), now(), 0);

-- case golang-migrate
-- expect golang-migrate public.schema_migrations [] 20260101 1
CREATE TABLE schema_migrations (version bigint NOT NULL PRIMARY KEY, dirty boolean NOT NULL);
INSERT INTO schema_migrations VALUES (20260101, false);

-- case golang-migrate that failed
-- expect golang-migrate public.schema_migrations [public.schema_lock] 1 1
-- trouble DIRTY 1
CREATE TABLE schema_migrations (version bigint NOT NULL PRIMARY KEY, dirty boolean NOT NULL);
CREATE TABLE schema_lock (lock_id bigint NOT NULL PRIMARY KEY);
INSERT INTO schema_migrations VALUES (1, true);

-- case hasura 1
-- expect Hasura hdb_catalog.schema_migrations [hdb_catalog.migration_settings] 1600000000001 2
CREATE SCHEMA hdb_catalog;
CREATE TABLE hdb_catalog.schema_migrations (version bigint NOT NULL PRIMARY KEY, dirty boolean NOT NULL);
CREATE TABLE hdb_catalog.migration_settings (setting text NOT NULL PRIMARY KEY, value text NOT NULL);
INSERT INTO hdb_catalog.schema_migrations VALUES (1600000000000, false), (1600000000001, false);

-- case hasura 2
-- expect Hasura hdb_catalog.hdb_version [] default/1700000000001, other/9 3
-- applied default/1700000000000
-- applied default/1700000000001
-- applied other/9
-- trouble DIRTY default/1700000000002
CREATE SCHEMA hdb_catalog;
CREATE TABLE hdb_catalog.hdb_version (hasura_uuid uuid PRIMARY KEY DEFAULT gen_random_uuid(), version text NOT NULL, upgraded_on timestamptz NOT NULL, cli_state jsonb NOT NULL DEFAULT '{}', console_state jsonb NOT NULL DEFAULT '{}', ee_client_id text);
CREATE TABLE hdb_catalog.hdb_metadata (id integer PRIMARY KEY, metadata json NOT NULL);
INSERT INTO hdb_catalog.hdb_version (version, upgraded_on, cli_state) VALUES
  ('48', now(), '{"migrations": {"default": {"1700000000000": false, "1700000000001": false, "1700000000002": true}, "other": {"9": false}}}');

-- case hasura 2 without state
-- expect Hasura hdb_catalog.hdb_version []  0
CREATE SCHEMA hdb_catalog;
CREATE TABLE hdb_catalog.hdb_version (hasura_uuid uuid PRIMARY KEY, version text NOT NULL, upgraded_on timestamptz NOT NULL, cli_state jsonb NOT NULL DEFAULT '{}', console_state jsonb NOT NULL DEFAULT '{}');
INSERT INTO hdb_catalog.hdb_version (hasura_uuid, version, upgraded_on) VALUES (gen_random_uuid(), '48', now());

-- case goose
-- expect goose public.goose_db_version [public.goose_lock] 3 2
CREATE TABLE goose_db_version (id integer PRIMARY KEY GENERATED BY DEFAULT AS IDENTITY, version_id bigint NOT NULL, is_applied boolean NOT NULL, tstamp timestamp NOT NULL DEFAULT now());
CREATE TABLE goose_lock (lock_id bigint PRIMARY KEY, locked boolean NOT NULL, locked_at timestamptz, locked_by text, lease_expires_at timestamptz, updated_at timestamptz);
INSERT INTO goose_db_version (version_id, is_applied) VALUES (0, true), (1, true), (3, true), (4, true), (4, false);

-- case micrate
-- expect Micrate public.micrate_db_version [] 20260101 1
CREATE TABLE micrate_db_version (id serial PRIMARY KEY, version_id bigint NOT NULL, is_applied boolean NOT NULL, tstamp timestamp DEFAULT now());
INSERT INTO micrate_db_version (version_id, is_applied) VALUES (0, true), (20260101, true);

-- case dbmate 2.0
-- expect dbmate public.schema_migrations [] 20260101000000 1
CREATE TABLE schema_migrations (version varchar(128) PRIMARY KEY);
INSERT INTO schema_migrations VALUES ('20260101000000');

-- case dbmate 1
-- expect dbmate public.schema_migrations []  0
CREATE TABLE schema_migrations (version varchar(255) PRIMARY KEY);

-- case dbmate 2.27 or rails without metadata
-- expect dbmate or Rails public.schema_migrations [] 10 2
CREATE TABLE schema_migrations (version varchar PRIMARY KEY);
INSERT INTO schema_migrations VALUES ('9'), ('10');

-- case knex
-- expect Knex public.knex_migrations [public.knex_migrations_lock] 20260102_b.js 2
CREATE TABLE knex_migrations (id serial PRIMARY KEY, name varchar(255), batch integer, migration_time timestamptz);
CREATE TABLE knex_migrations_lock (index serial PRIMARY KEY, is_locked integer);
INSERT INTO knex_migrations (name, batch, migration_time) VALUES ('20260101_a.js', 1, now()), ('20260102_b.js', 1, now());

-- case knex under a name of its own
-- expect Knex public.applied [public.applied_lock]  0
CREATE TABLE applied (id serial PRIMARY KEY, name varchar(255), batch integer, migration_time timestamptz);
CREATE TABLE applied_lock (index serial PRIMARY KEY, is_locked integer);

-- case adonis
-- expect AdonisJS Lucid public.adonis_schema [public.adonis_schema_versions] b 2
CREATE TABLE adonis_schema (id serial PRIMARY KEY, name varchar(255) NOT NULL, batch integer NOT NULL, migration_time timestamptz DEFAULT CURRENT_TIMESTAMP);
CREATE TABLE adonis_schema_versions (version integer NOT NULL);
INSERT INTO adonis_schema (name, batch) VALUES ('a', 1), ('b', 2);

-- case typeorm
-- expect TypeORM public.migrations [public.typeorm_metadata] More1700000000002 2
CREATE TABLE migrations (id serial NOT NULL, timestamp bigint NOT NULL, name character varying NOT NULL, CONSTRAINT "PK_8c82d7f526340ab734260ea46be" PRIMARY KEY (id));
CREATE TABLE typeorm_metadata (type varchar NOT NULL, database varchar, schema varchar, "table" varchar, name varchar, value text);
INSERT INTO migrations (timestamp, name) VALUES (1700000000001, 'Init1700000000001'), (1700000000002, 'More1700000000002');

-- case sequelize
-- expect Sequelize public.SequelizeMeta [public.SequelizeData] 2-b.js 2
CREATE TABLE "SequelizeMeta" (name varchar(255) NOT NULL UNIQUE PRIMARY KEY);
CREATE TABLE "SequelizeData" (name varchar(255) NOT NULL UNIQUE PRIMARY KEY);
INSERT INTO "SequelizeMeta" VALUES ('1-a.js'), ('2-b.js');

-- case sequelize with times
-- expect Sequelize public.SequelizeMeta []  0
CREATE TABLE "SequelizeMeta" (name varchar(255) NOT NULL PRIMARY KEY, "createdAt" timestamptz NOT NULL, "updatedAt" timestamptz NOT NULL);

-- case drizzle
-- expect Drizzle drizzle.__drizzle_migrations [] 1700000000002 2
CREATE SCHEMA drizzle;
CREATE TABLE drizzle.__drizzle_migrations (id serial PRIMARY KEY, hash text NOT NULL, created_at bigint);
INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ('b', 1700000000002), ('a', 1700000000001);

-- case drizzle 1.0
-- expect Drizzle drizzle.__drizzle_migrations [] 20260102000000_b 2
CREATE SCHEMA drizzle;
CREATE TABLE drizzle.__drizzle_migrations (id serial PRIMARY KEY, hash text NOT NULL, created_at bigint, name text, applied_at timestamptz DEFAULT now());
INSERT INTO drizzle.__drizzle_migrations (hash, created_at, name) VALUES ('a', 1, '20260101000000_a'), ('b', 2, '20260102000000_b');

-- case node-pg-migrate
-- expect node-pg-migrate public.pgmigrations [] 2_b 2
CREATE TABLE pgmigrations (id serial PRIMARY KEY, name varchar(255) NOT NULL, run_on timestamp NOT NULL);
INSERT INTO pgmigrations (name, run_on) VALUES ('1_a', '2026-01-01'), ('2_b', '2026-01-02');

-- case ef core
-- expect EF Core public.__EFMigrationsHistory [] 20260102000000_B 2
CREATE TABLE "__EFMigrationsHistory" ("MigrationId" varchar(150) NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY, "ProductVersion" varchar(32) NOT NULL);
INSERT INTO "__EFMigrationsHistory" VALUES ('20260101000000_A', '9.0.0'), ('20260102000000_B', '9.0.0');

-- case ef core in snake case
-- expect EF Core public.__EFMigrationsHistory [] 1_A 1
CREATE TABLE "__EFMigrationsHistory" (migration_id varchar(150) NOT NULL PRIMARY KEY, product_version varchar(32) NOT NULL);
INSERT INTO "__EFMigrationsHistory" VALUES ('1_A', '9.0.0');

-- case entity framework 6
-- expect Entity Framework 6 dbo.__MigrationHistory [] Shop.Configuration/2_B 2
CREATE SCHEMA dbo;
CREATE TABLE dbo."__MigrationHistory" ("MigrationId" varchar(150) NOT NULL, "ContextKey" varchar(300) NOT NULL, "Model" bytea NOT NULL, "ProductVersion" varchar(32) NOT NULL, PRIMARY KEY ("MigrationId", "ContextKey"));
INSERT INTO dbo."__MigrationHistory" VALUES ('1_A', 'Shop.Configuration', '', '6'), ('2_B', 'Shop.Configuration', '', '6');

-- case sqlx
-- expect sqlx public._sqlx_migrations [] 2 1
-- trouble FAILED 3
CREATE TABLE _sqlx_migrations (version bigint PRIMARY KEY, description text NOT NULL, installed_on timestamptz NOT NULL DEFAULT now(), success boolean NOT NULL, checksum bytea NOT NULL, execution_time bigint NOT NULL);
INSERT INTO _sqlx_migrations VALUES (2, 'a', now(), true, '', 1), (3, 'b', now(), false, '', 1);

-- case diesel
-- expect Diesel public.__diesel_schema_migrations [] 20260101000000 2
CREATE TABLE __diesel_schema_migrations (version varchar(50) PRIMARY KEY NOT NULL, run_on timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP);
INSERT INTO __diesel_schema_migrations VALUES ('00000000000000'), ('20260101000000');

-- case refinery
-- expect refinery public.refinery_schema_history [] 10 2
CREATE TABLE refinery_schema_history (version int4 PRIMARY KEY, name varchar(255), applied_on varchar(255), checksum varchar(255));
INSERT INTO refinery_schema_history VALUES (9, 'a', '', '1'), (10, 'b', '', '1');

-- case atlas
-- expect Atlas atlas_schema_revisions.atlas_schema_revisions [] 20260101000000 1
CREATE SCHEMA atlas_schema_revisions;
CREATE TABLE atlas_schema_revisions.atlas_schema_revisions (
  version varchar NOT NULL PRIMARY KEY, description varchar NOT NULL, type bigint NOT NULL DEFAULT 2, applied bigint NOT NULL DEFAULT 0,
  total bigint NOT NULL DEFAULT 0, executed_at timestamptz NOT NULL, execution_time bigint NOT NULL, error text, error_stmt text,
  hash varchar NOT NULL, partial_hashes jsonb, operator_version varchar NOT NULL);
INSERT INTO atlas_schema_revisions.atlas_schema_revisions VALUES
  ('20260101000000', 'a', 2, 1, 1, now(), 1, NULL, NULL, 'h', NULL, 'v'), ('.atlas_cloud_identifier', 'x', 2, 0, 0, now(), 0, NULL, NULL, 'h', NULL, 'v');

-- case ecto
-- expect Ecto public.schema_migrations [] 20260102 2
CREATE TABLE schema_migrations (version bigint PRIMARY KEY, inserted_at timestamp(0));
INSERT INTO schema_migrations VALUES (20260101, now()), (20260102, NULL);

-- case laravel
-- expect Laravel public.migrations [] 2026_01_02_000000_b 2
CREATE TABLE migrations (id serial PRIMARY KEY, migration varchar(255) NOT NULL, batch integer NOT NULL);
INSERT INTO migrations (migration, batch) VALUES ('2026_01_01_000000_a', 1), ('2026_01_02_000000_b', 2);

-- case phinx
-- expect Phinx public.phinxlog [] 20260102 2
-- expect Phinx public.users_phinxlog []  0
CREATE TABLE phinxlog (version bigint PRIMARY KEY, migration_name varchar(100), start_time timestamp, end_time timestamp, breakpoint boolean NOT NULL DEFAULT false);
CREATE TABLE users_phinxlog (version bigint PRIMARY KEY, migration_name varchar(100), start_time timestamp, end_time timestamp, breakpoint boolean NOT NULL DEFAULT false);
INSERT INTO phinxlog (version) VALUES (20260101), (20260102);

-- case doctrine
-- expect Doctrine Migrations public.doctrine_migration_versions [] DoctrineMigrations\Version20260101 1
CREATE TABLE doctrine_migration_versions (version varchar(191) NOT NULL PRIMARY KEY, executed_at timestamp(0) DEFAULT NULL, execution_time integer DEFAULT NULL);
INSERT INTO doctrine_migration_versions VALUES ('DoctrineMigrations\Version20260101', now(), 3);

-- case doctrine 1
-- expect Doctrine Migrations public.migration_versions [] 20160101000000 1
CREATE TABLE migration_versions (version varchar(255) NOT NULL PRIMARY KEY);
INSERT INTO migration_versions VALUES ('20160101000000');

-- case yoyo
-- expect yoyo public._yoyo_migration [public._yoyo_log, public._yoyo_version, public.yoyo_lock] 0002.b 2
CREATE TABLE _yoyo_migration (migration_hash varchar(64) PRIMARY KEY, migration_id varchar(255), applied_at_utc timestamp);
CREATE TABLE _yoyo_log (id varchar(36) PRIMARY KEY, migration_hash varchar(64), migration_id varchar(255), operation varchar(10), username varchar(255), hostname varchar(255), comment varchar(255), created_at_utc timestamp);
CREATE TABLE _yoyo_version (version integer PRIMARY KEY, installed_at_utc timestamp);
CREATE TABLE yoyo_lock (locked integer DEFAULT 1 PRIMARY KEY, ctime timestamp, pid integer NOT NULL);
INSERT INTO _yoyo_migration VALUES ('a', '0001.a', '2026-01-01'), ('b', '0002.b', '2026-01-02');

-- case sqitch
-- expect Sqitch sqitch.changes [sqitch.dependencies, sqitch.events, sqitch.projects, sqitch.releases, sqitch.tags] shop:users 2
CREATE SCHEMA sqitch;
CREATE TABLE sqitch.releases (version real PRIMARY KEY, installed_at timestamptz NOT NULL DEFAULT now(), installer_name text NOT NULL, installer_email text NOT NULL);
CREATE TABLE sqitch.projects (project text PRIMARY KEY, uri text UNIQUE, created_at timestamptz NOT NULL DEFAULT now(), creator_name text NOT NULL, creator_email text NOT NULL);
CREATE TABLE sqitch.changes (change_id text PRIMARY KEY, script_hash text, change text NOT NULL, project text NOT NULL REFERENCES sqitch.projects, note text NOT NULL DEFAULT '', committed_at timestamptz NOT NULL DEFAULT now(), committer_name text NOT NULL, committer_email text NOT NULL, planned_at timestamptz NOT NULL, planner_name text NOT NULL, planner_email text NOT NULL, UNIQUE (project, script_hash));
CREATE TABLE sqitch.tags (tag_id text PRIMARY KEY, tag text NOT NULL, project text NOT NULL, change_id text NOT NULL, note text NOT NULL, committed_at timestamptz NOT NULL, committer_name text NOT NULL, committer_email text NOT NULL, planned_at timestamptz NOT NULL, planner_name text NOT NULL, planner_email text NOT NULL);
CREATE TABLE sqitch.dependencies (change_id text NOT NULL, type text NOT NULL, dependency text NOT NULL, dependency_id text, PRIMARY KEY (change_id, dependency));
CREATE TABLE sqitch.events (event text NOT NULL, change_id text NOT NULL, change text NOT NULL, project text NOT NULL, note text NOT NULL, requires text[] NOT NULL, conflicts text[] NOT NULL, tags text[] NOT NULL, committed_at timestamptz NOT NULL, committer_name text NOT NULL, committer_email text NOT NULL, planned_at timestamptz NOT NULL, planner_name text NOT NULL, planner_email text NOT NULL);
INSERT INTO sqitch.projects VALUES ('shop', NULL, now(), '', '');
INSERT INTO sqitch.changes VALUES
  ('1', 'h1', 'start', 'shop', '', '2026-01-01', '', '', now(), '', ''), ('2', 'h2', 'users', 'shop', '', '2026-01-02', '', '', now(), '', '');

-- case pgroll
-- expect pgroll pgroll.migrations [pgroll.pgroll_version] public/01_init 1
-- trouble UNFINISHED public/02_more
CREATE SCHEMA pgroll;
CREATE TABLE pgroll.migrations (schema name NOT NULL, name text NOT NULL, migration jsonb NOT NULL, created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(), parent text, done boolean NOT NULL DEFAULT false, resulting_schema jsonb NOT NULL DEFAULT '{}', migration_type varchar(32) DEFAULT 'pgroll', PRIMARY KEY (schema, name));
CREATE TABLE pgroll.pgroll_version (version text NOT NULL, initialized_at timestamptz NOT NULL DEFAULT now());
CREATE FUNCTION pgroll.latest() RETURNS text LANGUAGE sql AS 'SELECT 1::text';
INSERT INTO pgroll.migrations (schema, name, migration, parent, done) VALUES ('public', '01_init', '{}', NULL, true), ('public', '02_more', '{}', '01_init', false);

-- case seaorm
-- expect SeaORM public.seaql_migrations [] m20260101_000001_a 1
CREATE TABLE seaql_migrations (version varchar NOT NULL PRIMARY KEY, applied_at bigint NOT NULL);
INSERT INTO seaql_migrations VALUES ('m20260101_000001_a', 1);

-- case mikroorm
-- expect MikroORM public.mikro_orm_migrations [] Migration2 2
CREATE TABLE mikro_orm_migrations (id serial PRIMARY KEY, name varchar(255), executed_at timestamptz DEFAULT current_timestamp);
INSERT INTO mikro_orm_migrations (name) VALUES ('Migration1'), ('Migration2');

-- case aerich
-- expect Aerich public.aerich [] models/1_2026_b.py 2
CREATE TABLE aerich (id serial PRIMARY KEY, version varchar(255) NOT NULL, app varchar(100) NOT NULL, content jsonb NOT NULL);
INSERT INTO aerich (version, app, content) VALUES ('0_2026_a.py', 'models', '{}'), ('1_2026_b.py', 'models', '{}');

-- case piccolo
-- expect Piccolo public.migration [] shop/2026-01-02T00:00:00 2
CREATE TABLE migration (id serial PRIMARY KEY, name varchar(200) NOT NULL DEFAULT '', app_name varchar(200) NOT NULL DEFAULT '', ran_on timestamp NOT NULL DEFAULT current_timestamp);
INSERT INTO migration (name, app_name) VALUES ('2026-01-01T00:00:00', 'shop'), ('2026-01-02T00:00:00', 'shop');

-- case supabase platform
-- expect Supabase Auth auth.schema_migrations [] 20260101 1
-- expect Supabase Realtime realtime.schema_migrations [] 20260101 1
-- expect Supabase Storage storage.migrations [] first 1
-- expect Supabase CLI supabase_migrations.schema_migrations [supabase_migrations.seed_files] 20260102 2
CREATE SCHEMA auth;
CREATE TABLE auth.schema_migrations (version varchar(255) NOT NULL PRIMARY KEY);
COMMENT ON TABLE auth.schema_migrations IS 'Auth: Manages updates to the auth system.';
INSERT INTO auth.schema_migrations VALUES ('20260101');
CREATE SCHEMA realtime;
CREATE TABLE realtime.schema_migrations (version bigint PRIMARY KEY, inserted_at timestamp(0));
INSERT INTO realtime.schema_migrations VALUES (20260101, now());
CREATE SCHEMA storage;
CREATE TABLE storage.migrations (id integer PRIMARY KEY, name varchar(100) UNIQUE NOT NULL, hash varchar(40) NOT NULL, executed_at timestamp DEFAULT current_timestamp);
INSERT INTO storage.migrations VALUES (0, 'create-migrations-table', 'h'), (1, 'first', 'h');
CREATE SCHEMA supabase_migrations;
CREATE TABLE supabase_migrations.schema_migrations (version text NOT NULL PRIMARY KEY, statements text[], name text);
CREATE TABLE supabase_migrations.seed_files (path text NOT NULL PRIMARY KEY, hash text NOT NULL);
INSERT INTO supabase_migrations.schema_migrations VALUES ('20260101'), ('20260102');

-- case supabase of old
-- expect Supabase CLI supabase_migrations.schema_migrations [] 20210101 1
CREATE SCHEMA supabase_migrations;
CREATE TABLE supabase_migrations.schema_migrations (version text NOT NULL PRIMARY KEY);
INSERT INTO supabase_migrations.schema_migrations VALUES ('20210101');

-- case nakama
-- expect Nakama public.migration_info [] 2-b.sql 2
CREATE TABLE migration_info (id text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now());
INSERT INTO migration_info VALUES ('1-a.sql', '2026-01-01'), ('2-b.sql', '2026-01-02');

-- case sql-migrate
-- expect sql-migrate public.gorp_migrations [] 1.sql 1
CREATE TABLE gorp_migrations (id text NOT NULL PRIMARY KEY, applied_at timestamptz);
INSERT INTO gorp_migrations VALUES ('1.sql', now());

-- case mattes
-- expect mattes/migrate public.schema_migrations [] 3 2
CREATE TABLE schema_migrations (version bigint NOT NULL PRIMARY KEY);
INSERT INTO schema_migrations VALUES (1), (3);

-- case sequel timestamps
-- expect Sequel public.schema_migrations [] 2_b.rb 2
CREATE TABLE schema_migrations (filename text PRIMARY KEY);
INSERT INTO schema_migrations VALUES ('1_a.rb'), ('2_b.rb');

-- case sequel integers
-- expect Sequel public.schema_info [] 7 1
CREATE TABLE schema_info (version integer DEFAULT 0 NOT NULL);
INSERT INTO schema_info VALUES (7);

-- case migratus
-- expect Migratus public.schema_migrations [] 20260101 1
-- lock ROW
CREATE TABLE schema_migrations (id bigint UNIQUE NOT NULL, applied timestamp, description varchar(1024));
INSERT INTO schema_migrations VALUES (-1, now(), ''), (20260101, now(), 'a');

-- case pop
-- expect gobuffalo/pop public.schema_migration [] 20260101000000 1
CREATE TABLE schema_migration (version varchar(14) NOT NULL PRIMARY KEY);
CREATE UNIQUE INDEX schema_migration_version_idx ON schema_migration (version);
INSERT INTO schema_migration VALUES ('20260101000000');

-- case gormigrate
-- expect gormigrate public.migrations [] SCHEMA_INIT 1
-- applied SCHEMA_INIT recorded
CREATE TABLE migrations (id varchar(255) PRIMARY KEY);
INSERT INTO migrations VALUES ('SCHEMA_INIT');

-- case postgres-migrations
-- expect postgres-migrations public.migrations [] b 2
CREATE TABLE migrations (id integer PRIMARY KEY, name varchar(100) UNIQUE NOT NULL, hash varchar(40) NOT NULL, executed_at timestamp DEFAULT current_timestamp);
INSERT INTO migrations VALUES (0, 'create-migrations-table', 'h'), (1, 'a', 'h'), (2, 'b', 'h');

-- case db-migrate
-- expect db-migrate public.migrations [] /20260101-a 1
CREATE TABLE migrations (id serial PRIMARY KEY NOT NULL, name varchar(255) NOT NULL, run_on timestamp NOT NULL);
INSERT INTO migrations (name, run_on) VALUES ('/20260101-a', now());

-- case codeigniter
-- expect CodeIgniter public.migrations [] 2026-01-02 2
CREATE TABLE migrations (id bigserial PRIMARY KEY, version varchar(255) NOT NULL, class varchar(255) NOT NULL, "group" varchar(255) NOT NULL, namespace varchar(255) NOT NULL, time integer NOT NULL, batch integer NOT NULL);
INSERT INTO migrations (version, class, "group", namespace, time, batch) VALUES ('2026-01-01', 'A', 'default', 'App', 1, 1), ('2026-01-02', 'B', 'default', 'App', 2, 1);

-- case r2dbc-migrate
-- expect r2dbc-migrate public.migrations [public.migrations_lock] 4 1
CREATE TABLE migrations (id bigint PRIMARY KEY, description text);
CREATE TABLE migrations_lock (id integer PRIMARY KEY, locked boolean NOT NULL);
INSERT INTO migrations VALUES (4, 'a');

-- case graphile worker
-- expect Graphile Worker graphile_worker.migrations [] 18 1
CREATE SCHEMA graphile_worker;
CREATE TABLE graphile_worker.migrations (id integer PRIMARY KEY, ts timestamptz NOT NULL DEFAULT now(), breaking boolean NOT NULL DEFAULT false);
CREATE TABLE graphile_worker._private_jobs (id bigint PRIMARY KEY);
INSERT INTO graphile_worker.migrations VALUES (18);

-- case graphile migrate
-- expect Graphile Migrate graphile_migrate.migrations [] 000002.sql 2
CREATE SCHEMA graphile_migrate;
CREATE TABLE graphile_migrate.migrations (hash text PRIMARY KEY, previous_hash text REFERENCES graphile_migrate.migrations, filename text NOT NULL, date timestamptz NOT NULL DEFAULT now());
CREATE TABLE graphile_migrate.current (filename text PRIMARY KEY DEFAULT 'current.sql', content text NOT NULL, date timestamptz NOT NULL DEFAULT now());
INSERT INTO graphile_migrate.migrations VALUES ('a', NULL, '000001.sql', '2026-01-01'), ('b', 'a', '000002.sql', '2026-01-02');

-- case yii
-- expect Yii public.migration [] m260101_000000_a 1
CREATE TABLE migration (version varchar(180) NOT NULL PRIMARY KEY, apply_time integer);
INSERT INTO migration VALUES ('m000000_000000_base', 1), ('m260101_000000_a', 2);

-- case tern
-- expect tern public.schema_version [] 5 1
CREATE TABLE schema_version (version int4 NOT NULL PRIMARY KEY);
INSERT INTO schema_version VALUES (5);

-- case tern at the start
-- expect tern public.schema_version []  0
CREATE TABLE schema_version (version int4 NOT NULL PRIMARY KEY);
INSERT INTO schema_version VALUES (0);

-- case mybatis
-- expect MyBatis Migrations public.changelog [] 20260101000000 1
CREATE TABLE changelog (id numeric(20,0) NOT NULL PRIMARY KEY, applied_at varchar(25) NOT NULL, description varchar(255) NOT NULL);
INSERT INTO changelog VALUES (20260101000000, 'now', 'a');

-- case play evolutions
-- expect Play evolutions public.play_evolutions [] 1 1
-- trouble FAILED 2: no
CREATE TABLE play_evolutions (id int NOT NULL PRIMARY KEY, hash varchar(255) NOT NULL, applied_at timestamp NOT NULL, apply_script text, revert_script text, state varchar(255), last_problem text);
INSERT INTO play_evolutions VALUES (1, 'h', now(), '', '', 'applied', ''), (2, 'h', now(), '', '', 'applying_up', 'no');

-- case kysely
-- expect Kysely public.kysely_migration [public.kysely_migration_lock] b 2
CREATE TABLE kysely_migration (name varchar(255) NOT NULL PRIMARY KEY, timestamp varchar(255) NOT NULL);
CREATE TABLE kysely_migration_lock (id varchar(255) NOT NULL PRIMARY KEY, is_locked integer NOT NULL DEFAULT 0);
INSERT INTO kysely_migration VALUES ('a', '2026-01-01'), ('b', '2026-01-02');

-- case bun
-- expect bun public.bun_migrations [public.bun_migration_locks] 2 2
CREATE TABLE bun_migrations (id bigserial PRIMARY KEY, name varchar, group_id bigint, migrated_at timestamptz NOT NULL DEFAULT now());
CREATE TABLE bun_migration_locks (id bigserial PRIMARY KEY, table_name varchar UNIQUE);
INSERT INTO bun_migrations (name) VALUES ('1'), ('2');

-- case peewee_migrate
-- expect peewee_migrate public.migratehistory [] 001_a 1
CREATE TABLE migratehistory (id serial PRIMARY KEY, name varchar(255) NOT NULL, migrated_at timestamp NOT NULL);
INSERT INTO migratehistory (name, migrated_at) VALUES ('001_a', now());

-- case ragtime
-- expect Ragtime public.ragtime_migrations [] 002-b 2
CREATE TABLE ragtime_migrations (id varchar(255), created_at varchar(32));
INSERT INTO ragtime_migrations VALUES ('001-a', '2026-01-01'), ('002-b', '2026-01-02');

-- case fluentmigrator
-- expect FluentMigrator public.VersionInfo [] 20260101 1
CREATE TABLE "VersionInfo" ("Version" bigint NOT NULL, "AppliedOn" timestamp, "Description" varchar(1024));
CREATE UNIQUE INDEX "UC_Version" ON "VersionInfo" ("Version");
INSERT INTO "VersionInfo" VALUES (20260101, now(), 'a');

-- case dbup
-- expect DbUp public.schemaversions [] b.sql 2
CREATE TABLE schemaversions (schemaversionsid serial PRIMARY KEY, scriptname varchar(255) NOT NULL, applied timestamp NOT NULL);
INSERT INTO schemaversions (scriptname, applied) VALUES ('a.sql', now()), ('b.sql', now());

-- case several side by side
-- expect Alembic public.alembic_version [] abc 1
-- expect Flyway public.flyway_schema_history []  0
-- expect Django shop.django_migrations []  0
CREATE TABLE alembic_version (version_num varchar(32) NOT NULL);
INSERT INTO alembic_version VALUES ('abc');
CREATE SCHEMA shop;
CREATE TABLE shop.django_migrations (id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, app varchar(255) NOT NULL, name varchar(255) NOT NULL, applied timestamptz NOT NULL);
CREATE TABLE flyway_schema_history (installed_rank integer NOT NULL, version varchar(50), description varchar(200) NOT NULL, type varchar(20) NOT NULL, script varchar(1000) NOT NULL, checksum integer, installed_by varchar(100) NOT NULL, installed_on timestamp NOT NULL, execution_time integer NOT NULL, success boolean NOT NULL);

-- case hostile names
-- expect Alembic we"ird '; DROP.alembic_version [] it's 1
CREATE SCHEMA "we""ird '; DROP";
CREATE TABLE "we""ird '; DROP".alembic_version (version_num varchar(32) NOT NULL);
INSERT INTO "we""ird '; DROP".alembic_version VALUES ('it''s');

-- case tables of users that only look similar
CREATE TABLE migrations (id serial PRIMARY KEY, name text NOT NULL, status text, started_at timestamptz);
CREATE TABLE schema_migrations (id serial PRIMARY KEY, version text, name text, up text, down text, run_at timestamptz);
CREATE TABLE schema_version (version text PRIMARY KEY, note text);
CREATE TABLE alembic_version (version_num varchar(32), tenant text);
CREATE TABLE flyway_schema_history (installed_rank integer, version text);
CREATE TABLE aerich (id serial PRIMARY KEY, name text);
CREATE TABLE changes (change_id text PRIMARY KEY, change text, project text);
CREATE TABLE projects (project text PRIMARY KEY, uri text);
CREATE TABLE tags (tag_id text, tag text);
CREATE TABLE migration (id serial PRIMARY KEY, bird text, app_name text, ran_on timestamptz);
CREATE TABLE jobs (id serial PRIMARY KEY, name text, run_on timestamp);
CREATE TABLE batches (id serial PRIMARY KEY, name varchar(255), batch integer, migration_time integer);
CREATE TABLE applied (id text PRIMARY KEY, applied_at timestamptz);
CREATE TABLE versions (version bigint PRIMARY KEY);
CREATE TABLE tokens (version text PRIMARY KEY, name text);
CREATE TABLE devices (version bigint PRIMARY KEY, dirty boolean NOT NULL);
CREATE TABLE meta (name varchar(255) PRIMARY KEY);
CREATE TABLE locks (id integer PRIMARY KEY, locked boolean);
CREATE VIEW django_migrations AS SELECT 1 AS id, 'a'::text AS app, 'b'::text AS name, now() AS applied;
