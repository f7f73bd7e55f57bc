CREATE TABLE shops (id integer PRIMARY KEY, name varchar(80) NOT NULL);
CREATE TABLE pgmigrations (
  id serial PRIMARY KEY, name varchar(255) NOT NULL, run_on timestamp NOT NULL
);
INSERT INTO pgmigrations (name, run_on) VALUES ('20260101100000_shops', '2026-01-01 10:00:00');
