CREATE TABLE orders (id integer PRIMARY KEY, note text, fee numeric(10,2));
