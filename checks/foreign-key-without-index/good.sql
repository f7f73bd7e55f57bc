CREATE TABLE shops (
  id integer PRIMARY KEY
);
CREATE TABLE orders (
  id integer PRIMARY KEY,
  shop integer NOT NULL REFERENCES shops (id)
);
CREATE INDEX orders_shop ON orders (shop);
