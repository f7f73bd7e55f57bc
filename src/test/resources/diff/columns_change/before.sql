-- PostgreSQL 17
CREATE TABLE users (
  id integer GENERATED ALWAYS AS IDENTITY, email varchar(255), name text DEFAULT 'nobody', gone text,
  total integer GENERATED ALWAYS AS (1 + 1) STORED, note text COLLATE "C");
COMMENT ON COLUMN users.name IS 'family name';
