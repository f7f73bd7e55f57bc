CREATE TABLE teams (
  id integer PRIMARY KEY,
  leader integer NOT NULL REFERENCES people (id)
);
CREATE TABLE people (
  id integer PRIMARY KEY,
  team integer NOT NULL REFERENCES teams (id)
);
