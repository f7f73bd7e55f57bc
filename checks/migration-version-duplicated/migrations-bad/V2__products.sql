CREATE TABLE products (id integer PRIMARY KEY, title varchar(80) NOT NULL);
