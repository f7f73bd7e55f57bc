-- case knex migrate:latest
-- expect Knex knex_migrations [knex_migrations_lock] 20260102000000_b.js 2
-- applied 20260101000000_a.js
-- applied 20260102000000_b.js
CREATE TABLE `knex_migrations` (`id` integer not null primary key autoincrement, `name` varchar(255), `batch` integer, `migration_time` datetime);
INSERT INTO knex_migrations VALUES(1,'20260101000000_a.js',1,1795576087320);
INSERT INTO knex_migrations VALUES(2,'20260102000000_b.js',1,1795576087320);
CREATE TABLE `knex_migrations_lock` (`index` integer not null primary key autoincrement, `is_locked` integer);
INSERT INTO knex_migrations_lock VALUES(1,0);

-- case knex migrate:latest that failed without a transaction
-- expect Knex knex_migrations [knex_migrations_lock] 20260102000000_b.js 2
-- applied 20260101000000_a.js
-- applied 20260102000000_b.js
CREATE TABLE `knex_migrations` (`id` integer not null primary key autoincrement, `name` varchar(255), `batch` integer, `migration_time` datetime);
INSERT INTO knex_migrations VALUES(1,'20260101000000_a.js',1,1795576087320);
INSERT INTO knex_migrations VALUES(2,'20260102000000_b.js',1,1795576087320);
CREATE TABLE `knex_migrations_lock` (`index` integer not null primary key autoincrement, `is_locked` integer);
INSERT INTO knex_migrations_lock VALUES(1,0);

-- case knex migrate:latest that was killed
-- expect Knex knex_migrations [knex_migrations_lock] 20260102000000_b.js 2
-- lock ROW
CREATE TABLE `knex_migrations` (`id` integer not null primary key autoincrement, `name` varchar(255), `batch` integer, `migration_time` datetime);
INSERT INTO knex_migrations VALUES(1,'20260101000000_a.js',1,1795576087822);
INSERT INTO knex_migrations VALUES(2,'20260102000000_b.js',1,1795576087858);
CREATE TABLE `knex_migrations_lock` (`index` integer not null primary key autoincrement, `is_locked` integer);
INSERT INTO knex_migrations_lock VALUES(1,1);

-- case knex migrate:rollback
-- expect Knex knex_migrations [knex_migrations_lock]  0
CREATE TABLE `knex_migrations` (`id` integer not null primary key autoincrement, `name` varchar(255), `batch` integer, `migration_time` datetime);
CREATE TABLE `knex_migrations_lock` (`index` integer not null primary key autoincrement, `is_locked` integer);
INSERT INTO knex_migrations_lock VALUES(1,0);
