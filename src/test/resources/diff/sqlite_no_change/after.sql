-- SQLite
create table Users (ID integer primary key, name text default 0);
ALTER TABLE Users ADD COLUMN email TEXT;
CREATE INDEX by_name ON users (LOWER(name)); -- the same
CREATE VIEW v AS
  SELECT id
  FROM "users";
