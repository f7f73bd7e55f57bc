CREATE COLLATION german (provider = icu, locale = 'de');
CREATE TABLE people (
  id integer PRIMARY KEY,
  name text COLLATE german NOT NULL UNIQUE
);
-- What an upgrade of the operating system does, done by hand: the version that the index was sorted
-- with is not the one in use.
UPDATE pg_collation SET collversion = '1.0' WHERE collname = 'german';
