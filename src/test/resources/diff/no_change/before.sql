-- PostgreSQL 17
CREATE TYPE state AS ENUM ('open', 'closed');
CREATE TABLE users (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email varchar(255) NOT NULL UNIQUE);
CREATE TABLE orders (
  id bigserial PRIMARY KEY, user_id bigint REFERENCES users, state state NOT NULL DEFAULT 'open',
  kind varchar(10) CHECK (kind IN ('a', 'b')));
CREATE INDEX orders_user_id_idx ON orders (user_id);
CREATE VIEW open_orders AS SELECT id, user_id FROM orders WHERE state = 'open';
CREATE FUNCTION total(bigint) RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM public.orders WHERE user_id = $1';
