CREATE TABLE orders (
  id integer PRIMARY KEY,
  total numeric NOT NULL
);
ALTER TABLE orders ADD CONSTRAINT total_not_negative CHECK (total >= 0) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT total_not_negative;
