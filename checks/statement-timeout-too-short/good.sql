CREATE TABLE shops (id integer PRIMARY KEY, name varchar(80) NOT NULL);
DO $$ BEGIN
  EXECUTE format('ALTER DATABASE %I SET statement_timeout = ''10min''', current_database());
END $$;
