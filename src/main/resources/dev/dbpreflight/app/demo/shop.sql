CREATE TABLE shops (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  opened_on TEXT
);
CREATE TABLE products (
  id INTEGER PRIMARY KEY,
  shop_id INTEGER NOT NULL REFERENCES shops (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  price NUMERIC NOT NULL CHECK (price >= 0)
);
CREATE INDEX products_shop_id ON products (shop_id);
CREATE VIEW expensive_products AS SELECT name, price FROM products WHERE price > 100;
