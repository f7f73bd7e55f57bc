-- What PostgreSQL 15 brought.
CREATE SCHEMA fifteen;

CREATE TABLE fifteen.parent (tenant integer, id integer, scale numeric(3,5), big numeric(3,-2), PRIMARY KEY (tenant, id));
CREATE TABLE fifteen.child (
  tenant integer NOT NULL,
  parent integer,
  spare integer DEFAULT 0,
  code text,
  CONSTRAINT nulls_are_equal UNIQUE NULLS NOT DISTINCT (code, spare),
  CONSTRAINT keeps_tenant FOREIGN KEY (tenant, parent) REFERENCES fifteen.parent
    ON DELETE SET NULL (parent),
  CONSTRAINT keeps_it_too FOREIGN KEY (tenant, spare) REFERENCES fifteen.parent
    ON UPDATE CASCADE ON DELETE SET DEFAULT (spare)
);
CREATE UNIQUE INDEX child_nulls ON fifteen.child (lower(code)) NULLS NOT DISTINCT;
CREATE UNLOGGED SEQUENCE fifteen.fast;
CREATE VIEW fifteen.as_reader WITH (security_invoker=true) AS SELECT id FROM fifteen.parent;

CREATE SCHEMA fifteen_too;
CREATE TABLE fifteen_too.sent (id integer PRIMARY KEY, name text, secret text);
CREATE PUBLICATION corpus_schema FOR TABLES IN SCHEMA fifteen, fifteen_too;
CREATE PUBLICATION corpus_filtered FOR TABLE fifteen_too.sent (id, name) WHERE (id > 10 AND id IN (11, 12));
CREATE SUBSCRIPTION corpus_quiet CONNECTION 'host=nowhere.invalid password=not-to-be-shown'
  PUBLICATION one, "Two, ""quoted""" WITH (connect = false, slot_name = NONE, binary = true,
    streaming = true, synchronous_commit = 'remote_apply', two_phase = true, disable_on_error = true);
ALTER SUBSCRIPTION corpus_quiet OWNER TO corpus_super;
COMMENT ON SUBSCRIPTION corpus_quiet IS 'asleep';
