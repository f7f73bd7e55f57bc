CREATE TABLE shops (id integer PRIMARY KEY, name varchar(80) NOT NULL);
SELECT pg_create_physical_replication_slot('standby_1', true);
CREATE TABLE visits (day date);
DO $$ BEGIN
  FOR files IN 1..2 LOOP
    INSERT INTO visits VALUES (current_date);
    PERFORM pg_switch_wal();
  END LOOP;
END $$;
