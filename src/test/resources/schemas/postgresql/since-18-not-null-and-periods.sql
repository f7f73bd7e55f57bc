-- What PostgreSQL 18 brought; needs the extension btree_gist.
CREATE SCHEMA eighteen;
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE TABLE eighteen.not_nulls (
  id integer CONSTRAINT id_is_there NOT NULL,
  own integer CONSTRAINT not_passed_down NOT NULL NO INHERIT,
  late integer,
  plain integer NOT NULL,
  computed integer GENERATED ALWAYS AS (id * 2) VIRTUAL,
  computed_too integer GENERATED ALWAYS AS (id * 3) STORED,
  CONSTRAINT rather CHECK (plain > 0) NOT ENFORCED
);
ALTER TABLE eighteen.not_nulls ADD CONSTRAINT late_is_there NOT NULL late NOT VALID;
COMMENT ON CONSTRAINT id_is_there ON eighteen.not_nulls IS 'since ever';
CREATE TABLE eighteen.heir (own integer, plain integer CONSTRAINT own_name NOT NULL) INHERITS (eighteen.not_nulls);

CREATE TABLE eighteen.price (
  product integer,
  valid daterange,
  code text,
  amount numeric,
  CONSTRAINT price_pk PRIMARY KEY (product, valid WITHOUT OVERLAPS),
  CONSTRAINT price_code UNIQUE (code, valid WITHOUT OVERLAPS)
);
CREATE TABLE eighteen.sale (
  product integer,
  during daterange,
  CONSTRAINT has_price FOREIGN KEY (product, PERIOD during) REFERENCES eighteen.price (product, PERIOD valid)
);
CREATE TABLE eighteen.country (code text PRIMARY KEY);
CREATE TABLE eighteen.town (
  country text CONSTRAINT hoped_for REFERENCES eighteen.country NOT ENFORCED
);
CREATE PUBLICATION corpus_generated FOR TABLE eighteen.not_nulls WITH (publish_generated_columns = stored);
CREATE FUNCTION eighteen.old_and_new() RETURNS integer LANGUAGE sql
  BEGIN ATOMIC
    UPDATE eighteen.price SET amount = 1 WHERE product = 1 RETURNING old.product + new.product;
  END;
CREATE INDEX price_gin ON eighteen.price USING gin (to_tsvector('simple', code)) WITH (fastupdate=off);
