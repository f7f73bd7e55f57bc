CREATE TABLE teams (
  id integer PRIMARY KEY,
  leader integer NOT NULL
);
CREATE TABLE people (
  id integer PRIMARY KEY,
  team integer NOT NULL REFERENCES teams (id)
);
ALTER TABLE teams ADD CONSTRAINT teams_leader FOREIGN KEY (leader) REFERENCES people (id);
