-- PostgreSQL 17
CREATE TABLE users (id integer PRIMARY KEY, a integer, b integer, UNIQUE (a));
CREATE TABLE orders (
  user_id integer REFERENCES users, low integer, high integer,
  CONSTRAINT order_check CHECK (low < high), CONSTRAINT gone_check CHECK (low > 0),
  EXCLUDE USING btree (low WITH =));
