CREATE TABLE teams (
  id integer PRIMARY KEY
);
CREATE TABLE people (
  id integer PRIMARY KEY,
  team integer NOT NULL REFERENCES teams (id)
);
CREATE TABLE leaders (
  team integer PRIMARY KEY REFERENCES teams (id),
  person integer NOT NULL REFERENCES people (id)
);
