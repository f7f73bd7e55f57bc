-- PostgreSQL 17
CREATE TABLE users (id integer, a integer, b integer, CONSTRAINT users_pkey PRIMARY KEY (id, a), CONSTRAINT users_id_key UNIQUE (id),
  CONSTRAINT users_a_key UNIQUE NULLS NOT DISTINCT (a, b));
CREATE TABLE orders (
  user_id integer, low integer, high integer,
  CONSTRAINT order_check CHECK (low <= high), CONSTRAINT gone_check UNIQUE (low));
ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED NOT VALID;
