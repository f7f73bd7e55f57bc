-- Constraints: every kind with every option.
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE SCHEMA rules;

CREATE TABLE rules.country (
  code character(2),
  name text NOT NULL,
  area integer,
  CONSTRAINT country_pk PRIMARY KEY (code) INCLUDE (name, area) WITH (fillfactor=80),
  CONSTRAINT country_name UNIQUE (name) INCLUDE (area) WITH (fillfactor=90) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT country_area UNIQUE (area, code) DEFERRABLE
);
COMMENT ON CONSTRAINT country_pk ON rules.country IS 'ISO 3166';

CREATE TABLE rules.city (
  country character(2) NOT NULL,
  id integer NOT NULL,
  twin_country character(2),
  twin_id integer,
  mayor integer,
  PRIMARY KEY (country, id),
  CONSTRAINT in_country FOREIGN KEY (country) REFERENCES rules.country
    ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT twin FOREIGN KEY (twin_country, twin_id) REFERENCES rules.city (country, id)
    MATCH FULL ON UPDATE SET NULL ON DELETE SET DEFAULT DEFERRABLE INITIALLY DEFERRED
);
COMMENT ON CONSTRAINT twin ON rules.city IS 'not symmetric';

CREATE TABLE rules.person (
  id integer PRIMARY KEY,
  lives_in_id integer,
  lives_in_country character(2),
  age integer CHECK (age >= 0) CHECK (age < 200),
  state text CHECK (state IN ('new', 'old', 'gone')),
  score double precision CONSTRAINT "Score ok?" CHECK (score BETWEEN 0 AND 1 OR score = -1),
  CHECK ((age IS NULL) = (state IS NULL))
);
ALTER TABLE rules.person
  ADD CONSTRAINT lives_in FOREIGN KEY (lives_in_country, lives_in_id)
    REFERENCES rules.city (country, id) ON DELETE CASCADE DEFERRABLE NOT VALID,
  ADD CONSTRAINT adult CHECK (age > 17) NOT VALID,
  ADD CONSTRAINT passes_not_down CHECK (id > 0) NO INHERIT;
ALTER TABLE rules.city
  ADD CONSTRAINT city_mayor FOREIGN KEY (mayor) REFERENCES rules.person (id) NOT VALID;
COMMENT ON CONSTRAINT adult ON rules.person IS 'from now on';

CREATE TABLE rules.booking (
  room integer,
  building text,
  during tsrange,
  cancelled boolean DEFAULT false NOT NULL,
  guest text,
  CONSTRAINT no_overlap EXCLUDE USING gist (room WITH =, lower(building) WITH =, during WITH &&)
    INCLUDE (guest) WITH (fillfactor=75) WHERE (NOT cancelled) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT one_guest EXCLUDE (guest COLLATE "C" WITH =)
);
COMMENT ON CONSTRAINT no_overlap ON rules.booking IS 'two guests never meet';

CREATE TABLE rules.elsewhere (
  a integer PRIMARY KEY USING INDEX TABLESPACE corpus_space,
  b integer UNIQUE USING INDEX TABLESPACE corpus_space,
  EXCLUDE (b WITH =) USING INDEX TABLESPACE corpus_space
);
COMMENT ON CONSTRAINT elsewhere_b_key ON rules.elsewhere IS 'on the other disk';

CREATE TABLE rules.swapped (place integer PRIMARY KEY DEFERRABLE INITIALLY DEFERRED);

-- A constraint made out of an index, and one whose name is not that of its first index.
CREATE TABLE rules.late (a integer NOT NULL, b integer);
CREATE UNIQUE INDEX late_a ON rules.late (a);
ALTER TABLE rules.late ADD CONSTRAINT late_key UNIQUE USING INDEX late_a;
CREATE UNIQUE INDEX late_b ON rules.late (b);
CREATE TABLE rules.refers (b integer CONSTRAINT to_an_index REFERENCES rules.late (b));
