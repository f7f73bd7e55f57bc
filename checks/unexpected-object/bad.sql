CREATE TABLE shops (
  id integer PRIMARY KEY,
  name text NOT NULL,
  phone text
);
CREATE INDEX shops_name ON shops (name);

-- Made on the live database and never put into a migration.
CREATE TABLE shops_backup (
  id integer PRIMARY KEY,
  name text NOT NULL
);
ALTER TABLE shops ADD COLUMN closed boolean;
