CREATE TABLE accounts (id integer PRIMARY KEY, fee integer NOT NULL);
INSERT INTO accounts VALUES (1, 10);
