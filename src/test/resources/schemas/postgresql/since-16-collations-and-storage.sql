-- What PostgreSQL 16 brought.
CREATE SCHEMA sixteen;
CREATE COLLATION sixteen.own_rules (provider = icu, locale = 'und', rules = '& V << w <<< W');
CREATE TABLE sixteen.stored (
  note text STORAGE EXTERNAL COLLATE sixteen.own_rules,
  main text STORAGE MAIN COMPRESSION pglz
);
CREATE STATISTICS ON note, main FROM sixteen.stored;
CREATE VIEW sixteen.json_made AS
  SELECT JSON_OBJECT('note': note, 'main': main ABSENT ON NULL) AS object,
    JSON_ARRAYAGG(note) OVER () AS every, note IS JSON OBJECT WITH UNIQUE KEYS AS is_object,
    any_value(main) OVER () AS one, 0x1F + 1_000 AS number
  FROM sixteen.stored;
CREATE SUBSCRIPTION corpus_sixteen CONNECTION 'host=nowhere.invalid password=not-to-be-shown'
  PUBLICATION one WITH (connect = false, slot_name = NONE, origin = none, streaming = parallel,
    run_as_owner = true, password_required = false);
