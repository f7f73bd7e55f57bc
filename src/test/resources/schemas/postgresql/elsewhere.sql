-- What points to other servers: foreign data and logical replication.
CREATE EXTENSION postgres_fdw;
COMMENT ON EXTENSION postgres_fdw IS 'reads from the archive';
CREATE SCHEMA contrib;
CREATE EXTENSION citext WITH SCHEMA contrib;
CREATE SCHEMA far;

CREATE FOREIGN DATA WRAPPER corpus_dummy OPTIONS (debug 'true', password 'not-to-be-shown');
CREATE FOREIGN DATA WRAPPER corpus_wrapper
  HANDLER postgres_fdw_handler VALIDATOR postgresql_fdw_validator;
COMMENT ON FOREIGN DATA WRAPPER corpus_dummy IS 'goes nowhere';
CREATE SERVER corpus_nowhere TYPE 'cloud' VERSION '1.2' FOREIGN DATA WRAPPER corpus_dummy
  OPTIONS (host 'nowhere', "odd ""option""" 'it''s = odd');
COMMENT ON SERVER corpus_nowhere IS 'not there';
CREATE SERVER corpus_archive FOREIGN DATA WRAPPER postgres_fdw
  OPTIONS (host 'archive.invalid', port '5433', dbname 'old');
ALTER SERVER corpus_archive OWNER TO corpus_super;
ALTER FOREIGN DATA WRAPPER corpus_wrapper OWNER TO corpus_super;
CREATE USER MAPPING FOR PUBLIC SERVER corpus_nowhere OPTIONS (user 'guest', password 'not-to-be-shown');
CREATE USER MAPPING FOR corpus_reader SERVER corpus_archive
  OPTIONS (user 'reader', password 'not-to-be-shown');
GRANT USAGE ON FOREIGN SERVER corpus_archive TO corpus_reader;
GRANT USAGE ON FOREIGN DATA WRAPPER corpus_dummy TO corpus_reader WITH GRANT OPTION;

CREATE FOREIGN TABLE far.orders (
  id integer OPTIONS (column_name 'order_id') NOT NULL,
  name contrib.citext DEFAULT 'x',
  at timestamp with time zone,
  CONSTRAINT known CHECK (id > 0)
) SERVER corpus_archive OPTIONS (schema_name 'public', table_name 'orders', updatable 'false');
CREATE FOREIGN TABLE far.plain (id integer) SERVER corpus_nowhere;
COMMENT ON FOREIGN TABLE far.orders IS 'before 2015';
CREATE TABLE far.by_year (year integer, n integer) PARTITION BY LIST (year);
CREATE FOREIGN TABLE far.by_year_2010 PARTITION OF far.by_year FOR VALUES IN (2010)
  SERVER corpus_nowhere OPTIONS (part '2010');

CREATE TABLE far.sent (id integer PRIMARY KEY, name text);
CREATE TABLE far.sent_too (id integer PRIMARY KEY);
CREATE TABLE far.parts (id integer PRIMARY KEY) PARTITION BY RANGE (id);
CREATE PUBLICATION corpus_all FOR ALL TABLES WITH (publish = 'insert, truncate');
CREATE PUBLICATION corpus_some FOR TABLE far.sent, far.sent_too, ONLY far.parts
  WITH (publish_via_partition_root = true);
CREATE PUBLICATION corpus_none WITH (publish = '');
COMMENT ON PUBLICATION corpus_some IS 'for the warehouse';
ALTER PUBLICATION corpus_some OWNER TO corpus_owner;
