CREATE TABLE shops (id integer PRIMARY KEY, name text);
