-- The team moved from knex to dbmate and left the old table.
CREATE TABLE shops (id integer PRIMARY KEY, name varchar(80) NOT NULL);
CREATE TABLE schema_migrations (version varchar(128) PRIMARY KEY);
INSERT INTO schema_migrations VALUES ('20260101100000');
CREATE TABLE knex_migrations (
  id integer PRIMARY KEY, name varchar(255), batch integer, migration_time timestamp
);
INSERT INTO knex_migrations VALUES (1, '20260101100000_shops.js', 1, '2026-01-01 10:00:00');
