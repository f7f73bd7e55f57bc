CREATE TABLE shops (id integer PRIMARY KEY, name varchar(80) NOT NULL);
SELECT pg_switch_wal();
-- The server tries to archive the file: archive_mode is on, and archive_command fails.
DO $$ BEGIN
  FOR tenths IN 1..300 LOOP
    EXIT WHEN (SELECT failed_count > 0 FROM pg_stat_archiver);
    PERFORM pg_sleep(0.1);
    PERFORM pg_stat_clear_snapshot();
  END LOOP;
END $$;
