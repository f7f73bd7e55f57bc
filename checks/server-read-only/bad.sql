CREATE TABLE shops (id integer PRIMARY KEY, name varchar(80) NOT NULL);
DO $$ BEGIN
  EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = on', current_database());
END $$;
