-- The schema of ../postgresql/since-18-not-null-and-periods.sql by ALTER and in another order.
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE SCHEMA eighteen;
CREATE TABLE eighteen.town (country text);
CREATE TABLE eighteen.country (code text PRIMARY KEY);
ALTER TABLE eighteen.town ADD CONSTRAINT hoped_for FOREIGN KEY (country) REFERENCES eighteen.country;
ALTER TABLE eighteen.town ALTER CONSTRAINT hoped_for NOT ENFORCED;

CREATE TABLE eighteen.sale (product integer, during daterange);
CREATE TABLE eighteen.price (product integer, valid daterange, code text, amount numeric);
ALTER TABLE eighteen.price
  ADD CONSTRAINT price_code UNIQUE (code, valid WITHOUT OVERLAPS),
  ADD CONSTRAINT price_pk PRIMARY KEY (product, valid WITHOUT OVERLAPS);
ALTER TABLE eighteen.sale ADD CONSTRAINT has_price
  FOREIGN KEY (product, PERIOD during) REFERENCES eighteen.price (product, PERIOD valid);
CREATE INDEX price_gin ON eighteen.price USING gin (to_tsvector('simple', code));
ALTER INDEX eighteen.price_gin SET (fastupdate=off);

CREATE TABLE eighteen.not_nulls (
  id integer, own integer, late integer, plain integer,
  computed integer GENERATED ALWAYS AS (id * 5) VIRTUAL,
  computed_too integer GENERATED ALWAYS AS (id * 3) STORED);
ALTER TABLE eighteen.not_nulls
  ALTER COLUMN plain SET NOT NULL,
  ALTER COLUMN computed SET EXPRESSION AS (id * 2),
  ADD CONSTRAINT id_there NOT NULL id,
  ADD CONSTRAINT not_passed_down NOT NULL own NO INHERIT,
  ADD CONSTRAINT rather CHECK (plain > 0) NOT ENFORCED,
  ADD CONSTRAINT late_is_there NOT NULL late NOT VALID;
ALTER TABLE eighteen.not_nulls RENAME CONSTRAINT id_there TO id_is_there;
CREATE TABLE eighteen.heir (own integer, plain integer CONSTRAINT own_name NOT NULL) INHERITS (eighteen.not_nulls);
COMMENT ON CONSTRAINT id_is_there ON eighteen.not_nulls IS 'since ever';
CREATE PUBLICATION corpus_generated FOR TABLE eighteen.not_nulls;
ALTER PUBLICATION corpus_generated SET (publish_generated_columns = stored);
CREATE FUNCTION eighteen.old_and_new() RETURNS integer LANGUAGE sql
  BEGIN ATOMIC
    UPDATE eighteen.price SET amount = 1 WHERE product = 1 RETURNING old.product + new.product;
  END;
