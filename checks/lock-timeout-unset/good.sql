CREATE TABLE shops (id integer PRIMARY KEY, name varchar(80) NOT NULL);
DO $$ BEGIN
  EXECUTE format('ALTER DATABASE %I SET lock_timeout = ''5s''', current_database());
END $$;
CREATE TABLE schema_migrations (version varchar(128) PRIMARY KEY);
INSERT INTO schema_migrations VALUES ('20260101100000');
