CREATE TABLE users (
  id integer PRIMARY KEY,
  email text NOT NULL
);
CREATE INDEX users_email ON users (email);
