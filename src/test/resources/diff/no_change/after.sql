-- PostgreSQL 17
CREATE TABLE users (id bigint);
ALTER TABLE users ALTER id SET NOT NULL, ALTER id ADD GENERATED ALWAYS AS IDENTITY, ADD PRIMARY KEY (id);
ALTER TABLE users ADD email varchar(255) NOT NULL, ADD CONSTRAINT users_email_key UNIQUE (email);
CREATE TYPE state AS ENUM ('closed');
ALTER TYPE state ADD VALUE 'open' BEFORE 'closed';
CREATE SEQUENCE orders_id_seq;
CREATE TABLE orders (id bigint NOT NULL DEFAULT nextval('orders_id_seq'), gone int, user_id bigint, kind character varying(10));
ALTER SEQUENCE orders_id_seq OWNED BY orders.id;
ALTER TABLE orders DROP gone, ADD PRIMARY KEY (id);
CREATE INDEX orders_user_id_idx ON orders USING btree (user_id ASC NULLS LAST);
ALTER TABLE orders ADD CONSTRAINT orders_kind_check CHECK ((kind)::text = ANY (ARRAY[('a'::varchar)::text, ('b'::varchar)::text]));
CREATE FUNCTION total(bigint) RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM public.orders WHERE user_id = $1';
ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users (id);
ALTER TABLE orders ADD state state DEFAULT 'open' NOT NULL;
CREATE VIEW open_orders AS SELECT orders.id, public.orders.user_id FROM public.orders WHERE orders.state = 'open'::state;
