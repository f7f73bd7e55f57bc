CREATE TABLE accounts (id integer PRIMARY KEY, note text NOT NULL);
INSERT INTO accounts SELECT id, repeat('x', 1000) FROM generate_series(1, 5000) AS id;
DO $$ BEGIN
  EXECUTE format('ALTER DATABASE %I SET vacuum_cost_delay = 100', current_database());
  EXECUTE format('ALTER DATABASE %I SET vacuum_cost_limit = 1', current_database());
END $$;
