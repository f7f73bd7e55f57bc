-- case rails db:migrate
-- expect Rails schema_migrations [ar_internal_metadata] 20260101000000 2
-- applied 1
-- applied 20260101000000
CREATE TABLE IF NOT EXISTS "schema_migrations" ("version" varchar NOT NULL PRIMARY KEY);
INSERT INTO schema_migrations VALUES('1');
INSERT INTO schema_migrations VALUES('20260101000000');
CREATE TABLE IF NOT EXISTS "ar_internal_metadata" ("key" varchar NOT NULL PRIMARY KEY, "value" varchar, "created_at" datetime(6) NOT NULL, "updated_at" datetime(6) NOT NULL);
INSERT INTO ar_internal_metadata VALUES('environment','default_env','2026-11-25 02:57:11.479083','2026-11-25 02:57:11.479083');

-- case rails db:migrate that failed without a transaction
-- expect Rails schema_migrations [ar_internal_metadata] 20260101000000 2
CREATE TABLE IF NOT EXISTS "schema_migrations" ("version" varchar NOT NULL PRIMARY KEY);
INSERT INTO schema_migrations VALUES('1');
INSERT INTO schema_migrations VALUES('20260101000000');
CREATE TABLE IF NOT EXISTS "ar_internal_metadata" ("key" varchar NOT NULL PRIMARY KEY, "value" varchar, "created_at" datetime(6) NOT NULL, "updated_at" datetime(6) NOT NULL);
INSERT INTO ar_internal_metadata VALUES('environment','default_env','2026-11-25 02:57:11.479083','2026-11-25 02:57:11.479083');

-- case rails db:migrate VERSION=0
-- expect Rails schema_migrations [ar_internal_metadata]  0
CREATE TABLE IF NOT EXISTS "schema_migrations" ("version" varchar NOT NULL PRIMARY KEY);
CREATE TABLE IF NOT EXISTS "ar_internal_metadata" ("key" varchar NOT NULL PRIMARY KEY, "value" varchar, "created_at" datetime(6) NOT NULL, "updated_at" datetime(6) NOT NULL);
INSERT INTO ar_internal_metadata VALUES('environment','default_env','2026-11-25 02:57:11.479083','2026-11-25 02:57:11.479083');

-- case rails db:schema:load
-- expect Rails schema_migrations [ar_internal_metadata] 20260102000000 1
CREATE TABLE IF NOT EXISTS "schema_migrations" ("version" varchar NOT NULL PRIMARY KEY);
INSERT INTO schema_migrations VALUES('20260102000000');
CREATE TABLE IF NOT EXISTS "ar_internal_metadata" ("key" varchar NOT NULL PRIMARY KEY, "value" varchar, "created_at" datetime(6) NOT NULL, "updated_at" datetime(6) NOT NULL);
INSERT INTO ar_internal_metadata VALUES('environment','default_env','2026-11-25 02:57:14.113163','2026-11-25 02:57:14.113163');
