CREATE TABLE log (id integer PRIMARY KEY, line text);
