CREATE TABLE staff (id integer PRIMARY KEY);
