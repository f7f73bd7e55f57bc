CREATE TABLE shops (id integer PRIMARY KEY, name varchar(200) NOT NULL);
