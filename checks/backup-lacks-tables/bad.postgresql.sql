CREATE TABLE shops (id integer PRIMARY KEY, name text);
CREATE TABLE orders (id integer PRIMARY KEY, shop_id integer);
