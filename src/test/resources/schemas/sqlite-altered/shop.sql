-- The schema of ../sqlite/shop.sql, made by years of migrations.
CREATE TABLE stock (product_id INTEGER PRIMARY KEY REFERENCES products, on_hand INTEGER NOT NULL DEFAULT 0);
ALTER TABLE stock ADD COLUMN reserved INTEGER NOT NULL DEFAULT (0);
ALTER TABLE stock ADD CONSTRAINT reserved_is_there CHECK (reserved between 0 and on_hand);
CREATE TABLE items (id INTEGER, sku TEXT NOT NULL, name TEXT NOT NULL, price_cents INTEGER NOT NULL CHECK (price_cents>=0),
  UNIQUE (sku), PRIMARY KEY (id));
ALTER TABLE items ADD COLUMN attributes JSON NOT NULL DEFAULT "{}" CHECK (JSON_VALID("attributes"));
ALTER TABLE items ADD COLUMN price REAL AS (price_cents/100.0);
ALTER TABLE items RENAME TO products;
CREATE TABLE customers (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  mail TEXT COLLATE NOCASE NOT NULL,
  name TEXT NOT NULL,
  created_at TEXT DEFAULT (datetime('now')) NOT NULL,
  CHECK (LENGTH(TRIM(name)) > 0),
  UNIQUE (mail)
);
ALTER TABLE customers ALTER COLUMN id DROP NOT NULL;
ALTER TABLE customers RENAME COLUMN mail TO email;
ALTER TABLE customers ADD COLUMN is_active BOOLEAN DEFAULT true NOT NULL;
CREATE TABLE orders (id INTEGER PRIMARY KEY AUTOINCREMENT, buyer INTEGER NOT NULL,
  status TEXT NOT NULL DEFAULT 'open', placed_at TEXT NOT NULL DEFAULT (CURRENT_TIMESTAMP),
  FOREIGN KEY (buyer) REFERENCES customers (id));
ALTER TABLE orders ADD CHECK (status IN ('open','paid','shipped','cancelled'));
CREATE INDEX orders_customer ON orders (buyer, placed_at DESC);
CREATE INDEX orders_open ON orders (placed_at) WHERE "status" = 'open';
ALTER TABLE orders RENAME COLUMN buyer TO customer_id;
CREATE TABLE lines (
  order_id INTEGER NOT NULL, line INTEGER NOT NULL, product_id INTEGER NOT NULL,
  quantity INTEGER NOT NULL DEFAULT 1, price_cents INTEGER NOT NULL,
  FOREIGN KEY (product_id) REFERENCES products ON DELETE RESTRICT,
  FOREIGN KEY (order_id) REFERENCES orders ON DELETE CASCADE,
  CHECK (quantity > 0), PRIMARY KEY (order_id, line)
);
CREATE TABLE categories (id INTEGER PRIMARY KEY, parent_id INTEGER, name TEXT NOT NULL,
  UNIQUE (parent_id, name), FOREIGN KEY (parent_id) REFERENCES categories ON DELETE SET NULL);
CREATE TABLE product_categories (
  category_id INTEGER NOT NULL REFERENCES categories ON DELETE CASCADE,
  PRIMARY KEY (category_id)
);
DROP TABLE product_categories;
CREATE TABLE product_categories (
  product_id INTEGER REFERENCES products ON DELETE CASCADE,
  category_id INTEGER REFERENCES categories ON DELETE CASCADE,
  PRIMARY KEY (product_id, category_id)
) WITHOUT ROWID;
CREATE VIEW order_totals AS
  SELECT o.id order_id, c.email, 1 AS total FROM orders o JOIN customers c ON c.id = o.customer_id;
DROP VIEW order_totals;
CREATE VIEW order_totals AS
SELECT o.id AS order_id,c.email,sum(l.quantity*l.price_cents)/100.0 AS total
FROM "orders" o JOIN [customers] c ON c.id=o.customer_id LEFT JOIN lines l ON l.order_id=o.id
GROUP BY o.id;
CREATE TRIGGER order_lines_reserve AFTER INSERT ON lines FOR EACH ROW
BEGIN
  UPDATE stock SET reserved=reserved+new.quantity WHERE product_id=new."product_id";
END;
CREATE INDEX order_lines_product ON lines (product_id ASC);
ALTER TABLE lines RENAME TO order_lines;
