-- Somebody made the table by hand; no migration history says so.
CREATE TABLE shops (
  id integer PRIMARY KEY,
  name text NOT NULL
);
