-- The schema of ../postgresql/constraints.sql by ALTER, from the last table to the first.
CREATE SCHEMA rules;
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE rules.late (a integer, b integer);
ALTER TABLE rules.late ALTER COLUMN a SET NOT NULL, ADD CONSTRAINT late_key UNIQUE (a);
CREATE UNIQUE INDEX late_b ON rules.late (b);
CREATE TABLE rules.refers (b integer);
ALTER TABLE rules.refers ADD CONSTRAINT to_an_index FOREIGN KEY (b) REFERENCES rules.late (b) NOT VALID;
ALTER TABLE rules.refers VALIDATE CONSTRAINT to_an_index;
CREATE TABLE rules.elsewhere (a integer, b integer);
ALTER TABLE rules.elsewhere ADD EXCLUDE (b WITH =), ADD UNIQUE (b), ADD PRIMARY KEY (a);
ALTER INDEX rules.elsewhere_pkey SET TABLESPACE corpus_space;
ALTER INDEX rules.elsewhere_b_key SET TABLESPACE corpus_space;
ALTER INDEX rules.elsewhere_b_excl SET TABLESPACE corpus_space;
COMMENT ON CONSTRAINT elsewhere_b_key ON rules.elsewhere IS 'on the other disk';
CREATE TABLE rules.swapped (place integer);
ALTER TABLE rules.swapped ADD PRIMARY KEY (place) DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE rules.booking (
  room integer, building text, during tsrange, cancelled boolean DEFAULT false NOT NULL, guest text);
ALTER TABLE rules.booking ADD CONSTRAINT one_visitor EXCLUDE (guest COLLATE "C" WITH =);
ALTER TABLE rules.booking RENAME CONSTRAINT one_visitor TO one_guest;
ALTER TABLE rules.booking ADD CONSTRAINT no_overlap
  EXCLUDE USING gist (room WITH =, lower(building) WITH =, during WITH &&)
  INCLUDE (guest) WITH (fillfactor=30) WHERE (NOT cancelled) DEFERRABLE INITIALLY DEFERRED;
ALTER INDEX rules.no_overlap SET (fillfactor=75);
COMMENT ON CONSTRAINT no_overlap ON rules.booking IS 'two guests never meet';

CREATE TABLE rules.person (
  id integer, lives_in_id integer, lives_in_country character(2), age integer, state text, score double precision);
ALTER TABLE rules.person
  ADD CONSTRAINT person_check CHECK ((age IS NULL) = (state IS NULL)),
  ADD CONSTRAINT "Score ok?" CHECK (score >= 0 AND score <= 1 OR score = -1),
  ADD CONSTRAINT person_state_check CHECK (state = ANY (ARRAY['new', 'old', 'gone'])),
  ADD CONSTRAINT person_age_check1 CHECK (age < 200),
  ADD CONSTRAINT person_age_check CHECK (age >= 0),
  ADD CONSTRAINT passes_not_down CHECK (id > 0) NO INHERIT,
  ADD CONSTRAINT adult CHECK (age > 17) NOT VALID,
  ADD PRIMARY KEY (id);
COMMENT ON CONSTRAINT adult ON rules.person IS 'from now on';

CREATE TABLE rules.city (
  country character(2), id integer, twin_country character(2), twin_id integer, mayor integer);
ALTER TABLE rules.city ADD PRIMARY KEY (country, id);
ALTER TABLE rules.city
  ADD CONSTRAINT city_mayor FOREIGN KEY (mayor) REFERENCES rules.person NOT VALID,
  ADD CONSTRAINT twin FOREIGN KEY (twin_country, twin_id) REFERENCES rules.city
    MATCH FULL ON UPDATE SET NULL ON DELETE SET DEFAULT DEFERRABLE;
ALTER TABLE rules.city ALTER CONSTRAINT twin DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE rules.person ADD CONSTRAINT lives_in
  FOREIGN KEY (lives_in_country, lives_in_id) REFERENCES rules.city ON DELETE CASCADE NOT VALID;
ALTER TABLE rules.person ALTER CONSTRAINT lives_in DEFERRABLE;
COMMENT ON CONSTRAINT twin ON rules.city IS 'not symmetric';

CREATE TABLE rules.country (code character(2), name text, area integer);
ALTER TABLE rules.country
  ADD CONSTRAINT country_area UNIQUE (area, code) DEFERRABLE,
  ADD CONSTRAINT country_name UNIQUE (name) INCLUDE (area) WITH (fillfactor=90) DEFERRABLE INITIALLY DEFERRED,
  ADD CONSTRAINT country_pk PRIMARY KEY (code) INCLUDE (name, area),
  ALTER COLUMN name SET NOT NULL;
ALTER INDEX rules.country_pk SET (fillfactor=80);
COMMENT ON CONSTRAINT country_pk ON rules.country IS 'ISO 3166';
ALTER TABLE rules.city
  ADD CONSTRAINT in_country FOREIGN KEY (country) REFERENCES rules.country ON UPDATE CASCADE ON DELETE RESTRICT;
