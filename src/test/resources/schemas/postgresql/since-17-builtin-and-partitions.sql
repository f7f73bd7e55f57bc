-- What PostgreSQL 17 brought; needs the extension btree_gist.
CREATE SCHEMA seventeen;
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE COLLATION seventeen.built_in (provider = builtin, locale = 'C.UTF-8');
CREATE TABLE seventeen.parted (
  id bigint GENERATED ALWAYS AS IDENTITY (START WITH 7),
  room int4range NOT NULL,
  day date NOT NULL,
  EXCLUDE USING gist (room WITH =, day WITH =)
) PARTITION BY RANGE (day);
CREATE TABLE seventeen.parted_2024 PARTITION OF seventeen.parted FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE FUNCTION seventeen.on_login() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE EVENT TRIGGER corpus_login ON login EXECUTE FUNCTION seventeen.on_login();
CREATE VIEW seventeen.json_read AS
  SELECT t.*, JSON_VALUE('{"a": 1}'::jsonb, '$.a' RETURNING integer DEFAULT 0 ON ERROR) AS one,
    merged.note
  FROM JSON_TABLE('[{"x": 1}]'::jsonb, '$[*]' COLUMNS (n FOR ORDINALITY, x integer PATH '$.x')) AS t,
    LATERAL (SELECT random(1, 6) AS note) AS merged;
GRANT MAINTAIN ON seventeen.parted TO corpus_writer;
CREATE SUBSCRIPTION corpus_seventeen CONNECTION 'host=nowhere.invalid password=not-to-be-shown'
  PUBLICATION one WITH (connect = false, slot_name = NONE, failover = true, streaming = off);
