-- The schema of ../postgresql/since-15-security-and-keys.sql by ALTER and in another order.
CREATE SUBSCRIPTION corpus_quiet CONNECTION 'dbname=elsewhere'
  PUBLICATION one WITH (connect = false, slot_name = NONE, two_phase = true);
ALTER SUBSCRIPTION corpus_quiet SET PUBLICATION "Two, ""quoted""", one WITH (refresh = false);
ALTER SUBSCRIPTION corpus_quiet
  SET (disable_on_error = true, synchronous_commit = 'remote_apply', streaming = true, binary = true);
ALTER SUBSCRIPTION corpus_quiet OWNER TO corpus_super;
COMMENT ON SUBSCRIPTION corpus_quiet IS 'asleep';
CREATE SCHEMA fifteen_too;
CREATE SCHEMA fifteen;
CREATE TABLE fifteen_too.sent (id integer, name text, secret text);
ALTER TABLE fifteen_too.sent ADD PRIMARY KEY (id);
CREATE PUBLICATION corpus_filtered;
ALTER PUBLICATION corpus_filtered ADD TABLE fifteen_too.sent;
ALTER PUBLICATION corpus_filtered SET TABLE fifteen_too.sent (name, id) WHERE (id > 10 AND id IN (11, 12));
CREATE PUBLICATION corpus_schema FOR TABLES IN SCHEMA fifteen_too;
ALTER PUBLICATION corpus_schema ADD TABLES IN SCHEMA fifteen;

CREATE SEQUENCE fifteen.fast;
ALTER SEQUENCE fifteen.fast SET UNLOGGED;
CREATE TABLE fifteen.child (tenant integer, parent integer, spare integer, code text);
CREATE UNIQUE INDEX child_nulls ON fifteen.child (lower(code)) NULLS NOT DISTINCT;
CREATE TABLE fifteen.parent (tenant integer NOT NULL, id integer NOT NULL, scale numeric, big numeric(3,-2));
ALTER TABLE fifteen.parent ALTER COLUMN scale TYPE numeric(3,5), ADD PRIMARY KEY (tenant, id);
ALTER TABLE fifteen.child
  ADD CONSTRAINT keeps_it_too FOREIGN KEY (tenant, spare) REFERENCES fifteen.parent (tenant, id)
    ON DELETE SET DEFAULT (spare) ON UPDATE CASCADE,
  ADD CONSTRAINT keeps_tenant FOREIGN KEY (tenant, parent) REFERENCES fifteen.parent (tenant, id)
    ON DELETE SET NULL (parent),
  ADD CONSTRAINT nulls_are_equal UNIQUE NULLS NOT DISTINCT (code, spare),
  ALTER COLUMN spare SET DEFAULT 0,
  ALTER COLUMN tenant SET NOT NULL;
CREATE VIEW fifteen.as_reader AS SELECT id FROM fifteen.parent;
ALTER VIEW fifteen.as_reader SET (security_invoker=true);
