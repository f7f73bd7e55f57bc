-- migrate:up
CREATE TABLE shops (id integer PRIMARY KEY, name varchar(80) NOT NULL);

-- migrate:down
DROP TABLE shops;
