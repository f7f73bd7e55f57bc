CREATE TABLE shops (id integer PRIMARY KEY, name varchar(80) NOT NULL);
CREATE TABLE knex_migrations (
  id integer PRIMARY KEY, name varchar(255), batch integer, migration_time timestamp
);
CREATE TABLE knex_migrations_lock ("index" integer PRIMARY KEY, is_locked integer);
INSERT INTO knex_migrations VALUES (1, '20260101100000_shops.js', 1, '2026-01-01 10:00:00');
INSERT INTO knex_migrations_lock VALUES (1, 0);
