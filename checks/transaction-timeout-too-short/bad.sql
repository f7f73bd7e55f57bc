CREATE TABLE shops (id integer PRIMARY KEY, name varchar(80) NOT NULL);
DO $$ BEGIN
  EXECUTE format('ALTER DATABASE %I SET transaction_timeout = ''20s''', current_database());
  EXECUTE format('ALTER DATABASE %I SET idle_in_transaction_session_timeout = ''2s''', current_database());
END $$;
