CREATE TABLE shops (id integer PRIMARY KEY, name varchar(80) NOT NULL);
DO $$ BEGIN
  EXECUTE format('ALTER DATABASE %I SET lock_timeout = ''5s''', current_database());
END $$;
