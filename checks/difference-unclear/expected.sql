-- The snapshot was taken on PostgreSQL 14.
CREATE TABLE shops (
  id integer PRIMARY KEY,
  name text NOT NULL
);
CREATE VIEW shop_names AS SELECT upper(name) AS name FROM shops;
