CREATE TABLE shops (id integer PRIMARY KEY, name varchar(80) NOT NULL, town varchar(80));
CREATE TABLE trades (id integer PRIMARY KEY, shop_id integer REFERENCES shops (id));
CREATE INDEX ON trades (shop_id);
