-- The target runs PostgreSQL 18. Would it print the old view like this, or was the view changed?
CREATE TABLE shops (
  id integer PRIMARY KEY,
  name text NOT NULL
);
CREATE VIEW shop_names AS SELECT upper(name::varchar) AS name FROM shops;
