-- Tables, no migration history, and no --expect: nothing says what should be here.
CREATE TABLE shops (
  id integer PRIMARY KEY,
  name text NOT NULL
);
