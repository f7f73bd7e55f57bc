CREATE TABLE shops (id integer PRIMARY KEY, name varchar(80) NOT NULL);
SELECT pg_create_physical_replication_slot('standby_1', true);
CREATE TABLE visits (day date);
DO $$ BEGIN
  FOR files IN 1..5 LOOP
    INSERT INTO visits VALUES (current_date);
    PERFORM pg_switch_wal();
  END LOOP;
END $$;
-- Removes what is kept for the slot beyond max_slot_wal_keep_size.
CHECKPOINT;
