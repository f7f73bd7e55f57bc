-- The schema of ../postgresql/since-17-builtin-and-partitions.sql by ALTER and in another order.
CREATE SCHEMA seventeen;
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE SUBSCRIPTION corpus_seventeen CONNECTION 'dbname=elsewhere'
  PUBLICATION one WITH (connect = false, slot_name = NONE, failover = true, streaming = off);
CREATE VIEW seventeen.json_read AS
  SELECT t.*, JSON_VALUE('{"a": 1}'::jsonb, '$.a' RETURNING integer DEFAULT 0 ON ERROR) AS one,
    merged.note
  FROM JSON_TABLE('[{"x": 1}]'::jsonb, '$[*]' COLUMNS (n FOR ORDINALITY, x integer PATH '$.x')) AS t,
    LATERAL (SELECT random(1, 6) AS note) AS merged;
CREATE FUNCTION seventeen.on_login() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE EVENT TRIGGER corpus_log_in ON login EXECUTE FUNCTION seventeen.on_login();
ALTER EVENT TRIGGER corpus_log_in RENAME TO corpus_login;
CREATE COLLATION seventeen.built_in (locale = 'C.UTF-8', provider = builtin);
CREATE TABLE seventeen.parted (id bigint NOT NULL, room int4range, day date) PARTITION BY RANGE (day);
ALTER TABLE seventeen.parted
  ALTER COLUMN room SET NOT NULL,
  ALTER COLUMN day SET NOT NULL,
  ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (START WITH 7);
CREATE TABLE seventeen.parted_2024 (id bigint NOT NULL, room int4range NOT NULL, day date NOT NULL);
ALTER TABLE seventeen.parted ATTACH PARTITION seventeen.parted_2024 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
ALTER TABLE seventeen.parted ADD EXCLUDE USING gist (room WITH =, day WITH =);
GRANT MAINTAIN ON seventeen.parted TO corpus_writer;
