CREATE TABLE users (
  id integer PRIMARY KEY,
  email text NOT NULL
);
CREATE INDEX users_email ON users (email);
-- What an interrupted CREATE INDEX CONCURRENTLY leaves behind, done by hand.
UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'users_email'::regclass;
