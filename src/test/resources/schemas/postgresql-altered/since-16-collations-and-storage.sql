-- The schema of ../postgresql/since-16-collations-and-storage.sql by ALTER and in another order.
CREATE SUBSCRIPTION corpus_sixteen CONNECTION 'dbname=elsewhere' PUBLICATION one WITH (connect = false, slot_name = NONE);
ALTER SUBSCRIPTION corpus_sixteen
  SET (password_required = false, run_as_owner = true, streaming = parallel, origin = none);
CREATE SCHEMA sixteen;
CREATE TABLE sixteen.stored (note text, main text COMPRESSION pglz);
CREATE COLLATION sixteen.own_rules (rules = '& V << w <<< W', provider = icu, locale = 'und');
ALTER TABLE sixteen.stored
  ALTER COLUMN note TYPE text COLLATE sixteen.own_rules,
  ALTER COLUMN note SET STORAGE EXTERNAL,
  ALTER COLUMN main SET STORAGE MAIN;
CREATE VIEW sixteen.json_made AS
  SELECT JSON_OBJECT('note' VALUE s.note, 'main' VALUE s.main ABSENT ON NULL) AS object,
    JSON_ARRAYAGG(s.note) OVER () AS every, s.note IS JSON OBJECT WITH UNIQUE KEYS AS is_object,
    any_value(s.main) OVER () AS one, 31 + 1000 AS number
  FROM sixteen.stored s;
CREATE OR REPLACE VIEW sixteen.json_made AS
  SELECT JSON_OBJECT('note': note, 'main': main ABSENT ON NULL) AS object,
    JSON_ARRAYAGG(note) OVER () AS every, note IS JSON OBJECT WITH UNIQUE KEYS AS is_object,
    any_value(main) OVER () AS one, 31 + 1000 AS number
  FROM sixteen.stored;
CREATE STATISTICS sixteen.named ON note, main FROM sixteen.stored;
ALTER STATISTICS sixteen.named RENAME TO stored_note_main_stat;
