CREATE TABLE accounts (id integer PRIMARY KEY, note text NOT NULL);
INSERT INTO accounts SELECT id, repeat('x', 1000) FROM generate_series(1, 5000) AS id;
