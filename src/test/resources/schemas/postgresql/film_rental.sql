-- A shop that lends films: domains, enums, arrays, full text search, inventory functions, yearly partitions.
CREATE TYPE rating AS ENUM ('all', 'guidance', 'teens', 'restricted', 'adults');
CREATE DOMAIN release_year AS integer CONSTRAINT release_year_check CHECK (VALUE >= 1888 AND VALUE <= 2155);
CREATE DOMAIN bigint_key AS bigint NOT NULL;

CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN NEW.last_update = CURRENT_TIMESTAMP; RETURN NEW; END $$;

CREATE TABLE language (
  language_id serial PRIMARY KEY, name character(20) NOT NULL,
  last_update timestamptz DEFAULT now() NOT NULL);
CREATE TABLE category (
  category_id serial PRIMARY KEY, name text NOT NULL UNIQUE,
  last_update timestamptz DEFAULT now() NOT NULL);
CREATE TABLE actor (
  actor_id serial PRIMARY KEY, first_name text NOT NULL, last_name text NOT NULL,
  last_update timestamptz DEFAULT now() NOT NULL);
CREATE INDEX actor_last_name ON actor (last_name);
CREATE TABLE film (
  film_id serial PRIMARY KEY,
  title text NOT NULL,
  description text,
  release_year release_year,
  language_id integer NOT NULL REFERENCES language ON UPDATE CASCADE ON DELETE RESTRICT,
  original_language_id integer REFERENCES language ON UPDATE CASCADE ON DELETE RESTRICT,
  rental_duration smallint DEFAULT 3 NOT NULL,
  rental_rate numeric(4,2) DEFAULT 4.99 NOT NULL,
  length smallint,
  replacement_cost numeric(5,2) DEFAULT 19.99 NOT NULL,
  rating rating DEFAULT 'all'::rating,
  special_features text[],
  fulltext tsvector NOT NULL,
  last_update timestamptz DEFAULT now() NOT NULL,
  CONSTRAINT sane_length CHECK (length IS NULL OR length BETWEEN 1 AND 900)
);
CREATE INDEX film_fulltext ON film USING gist (fulltext);
CREATE INDEX film_title ON film (title);
CREATE TRIGGER film_fulltext BEFORE INSERT OR UPDATE ON film FOR EACH ROW
  EXECUTE FUNCTION tsvector_update_trigger('fulltext', 'pg_catalog.english', 'title', 'description');
CREATE TABLE film_actor (
  actor_id integer REFERENCES actor ON UPDATE CASCADE ON DELETE RESTRICT,
  film_id integer REFERENCES film ON UPDATE CASCADE ON DELETE RESTRICT,
  last_update timestamptz DEFAULT now() NOT NULL,
  PRIMARY KEY (actor_id, film_id));
CREATE TABLE film_category (
  film_id integer REFERENCES film, category_id integer REFERENCES category,
  last_update timestamptz DEFAULT now() NOT NULL,
  PRIMARY KEY (film_id, category_id));
-- Store and staff refer to each other.
CREATE TABLE store (
  store_id serial PRIMARY KEY, manager_staff_id integer NOT NULL UNIQUE,
  last_update timestamptz DEFAULT now() NOT NULL);
CREATE TABLE staff (
  staff_id serial PRIMARY KEY, first_name text NOT NULL, last_name text NOT NULL,
  store_id integer NOT NULL REFERENCES store ON UPDATE CASCADE ON DELETE RESTRICT,
  active boolean DEFAULT true NOT NULL, picture bytea,
  last_update timestamptz DEFAULT now() NOT NULL);
ALTER TABLE store ADD CONSTRAINT store_manager FOREIGN KEY (manager_staff_id) REFERENCES staff
  DEFERRABLE INITIALLY DEFERRED;
CREATE TABLE customer (
  customer_id serial PRIMARY KEY, store_id integer NOT NULL REFERENCES store,
  first_name text NOT NULL, last_name text NOT NULL, email text,
  activebool boolean DEFAULT true NOT NULL, create_date date DEFAULT CURRENT_DATE NOT NULL,
  last_update timestamptz DEFAULT now(), active integer);
CREATE TABLE inventory (
  inventory_id serial PRIMARY KEY, film_id integer NOT NULL REFERENCES film,
  store_id integer NOT NULL REFERENCES store, last_update timestamptz DEFAULT now() NOT NULL);
CREATE INDEX inventory_store_film ON inventory (store_id, film_id);
CREATE TABLE rental (
  rental_id serial PRIMARY KEY, rental_date timestamptz NOT NULL,
  inventory_id integer NOT NULL REFERENCES inventory, customer_id integer NOT NULL REFERENCES customer,
  return_date timestamptz, staff_id integer NOT NULL REFERENCES staff,
  last_update timestamptz DEFAULT now() NOT NULL);
CREATE UNIQUE INDEX rental_once ON rental (rental_date, inventory_id, customer_id);
CREATE TABLE payment (
  payment_id serial NOT NULL, customer_id integer NOT NULL REFERENCES customer,
  rental_id integer NOT NULL REFERENCES rental, amount numeric(5,2) NOT NULL,
  payment_date timestamptz NOT NULL, PRIMARY KEY (payment_date, payment_id)
) PARTITION BY RANGE (payment_date);
CREATE TABLE payment_2022 PARTITION OF payment
  FOR VALUES FROM ('2022-01-01 00:00:00+00') TO ('2023-01-01 00:00:00+00');
CREATE TABLE payment_2023 PARTITION OF payment
  FOR VALUES FROM ('2023-01-01 00:00:00+00') TO ('2024-01-01 00:00:00+00');
CREATE INDEX payment_customer ON payment (customer_id);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['language', 'category', 'actor', 'film', 'store', 'customer', 'rental'] LOOP
    EXECUTE format('CREATE TRIGGER last_updated BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION touch()', name);
  END LOOP;
END
$$;

CREATE FUNCTION inventory_in_stock(p_inventory_id integer) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN NOT EXISTS (
    SELECT FROM rental WHERE inventory_id = p_inventory_id AND return_date IS NULL);
END
$$;
CREATE FUNCTION film_in_stock(p_film_id integer, p_store_id integer, OUT p_film_count integer)
  RETURNS SETOF integer LANGUAGE sql AS $$
  SELECT inventory_id FROM inventory
  WHERE film_id = $1 AND store_id = $2 AND inventory_in_stock(inventory_id)
$$;
CREATE FUNCTION joined(text, text) RETURNS text LANGUAGE sql IMMUTABLE AS
  $$ SELECT CASE WHEN $2 IS NULL OR $2 = '' THEN $1 WHEN $1 IS NULL OR $1 = '' THEN $2 ELSE $1 || ', ' || $2 END $$;
CREATE AGGREGATE group_concat(text) (SFUNC = joined, STYPE = text);

CREATE VIEW film_list AS
  SELECT film.film_id AS fid, film.title, category.name AS category, film.rental_rate AS price,
    group_concat(actor.first_name || ' ' || actor.last_name) AS actors
  FROM category
    LEFT JOIN film_category USING (category_id) LEFT JOIN film USING (film_id)
    JOIN film_actor USING (film_id) JOIN actor USING (actor_id)
  GROUP BY film.film_id, film.title, category.name, film.rental_rate;
CREATE VIEW sales_by_store AS
  SELECT s.store_id, m.first_name || ' ' || m.last_name AS manager, sum(p.amount) AS total
  FROM payment p JOIN rental r ON p.rental_id = r.rental_id
    JOIN inventory i ON r.inventory_id = i.inventory_id
    JOIN store s ON i.store_id = s.store_id JOIN staff m ON s.manager_staff_id = m.staff_id
  GROUP BY s.store_id, m.first_name, m.last_name ORDER BY s.store_id;
CREATE MATERIALIZED VIEW rental_by_category AS
  SELECT c.name AS category, count(*) AS rentals FROM category c
    JOIN film_category fc USING (category_id) JOIN inventory i USING (film_id) JOIN rental r USING (inventory_id)
  GROUP BY c.name WITH NO DATA;
CREATE UNIQUE INDEX rental_category ON rental_by_category (category);
