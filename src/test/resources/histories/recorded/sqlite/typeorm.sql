-- case typeorm migration:run
-- expect TypeORM migrations [] Second1700000000002 2
-- applied First1700000000001
-- applied Second1700000000002
CREATE TABLE IF NOT EXISTS "migrations" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "timestamp" bigint NOT NULL, "name" varchar NOT NULL);
INSERT INTO migrations VALUES(1,1700000000001,'First1700000000001');
INSERT INTO migrations VALUES(2,1700000000002,'Second1700000000002');

-- case typeorm migration:run that failed without a transaction
-- expect TypeORM migrations [] Second1700000000002 2
-- applied First1700000000001
-- applied Second1700000000002
CREATE TABLE IF NOT EXISTS "migrations" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "timestamp" bigint NOT NULL, "name" varchar NOT NULL);
INSERT INTO migrations VALUES(1,1700000000001,'First1700000000001');
INSERT INTO migrations VALUES(2,1700000000002,'Second1700000000002');

-- case typeorm migration:revert
-- expect TypeORM migrations [] First1700000000001 1
CREATE TABLE IF NOT EXISTS "migrations" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "timestamp" bigint NOT NULL, "name" varchar NOT NULL);
INSERT INTO migrations VALUES(1,1700000000001,'First1700000000001');

-- case typeorm migration:run --fake
-- expect TypeORM migrations [] Second1700000000002 2
CREATE TABLE IF NOT EXISTS "migrations" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "timestamp" bigint NOT NULL, "name" varchar NOT NULL);
INSERT INTO migrations VALUES(1,1700000000001,'First1700000000001');
INSERT INTO migrations VALUES(2,1700000000002,'Second1700000000002');
