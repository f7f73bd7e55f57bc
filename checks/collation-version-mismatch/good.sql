CREATE COLLATION german (provider = icu, locale = 'de');
CREATE TABLE people (
  id integer PRIMARY KEY,
  name text COLLATE german NOT NULL UNIQUE
);
