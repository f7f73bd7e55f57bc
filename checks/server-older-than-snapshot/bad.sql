CREATE TABLE shops (
  id integer PRIMARY KEY,
  name text NOT NULL,
  phone text
);
CREATE INDEX shops_name ON shops (name);
