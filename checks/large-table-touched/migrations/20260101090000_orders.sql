-- migrate:up
CREATE TABLE orders (id integer PRIMARY KEY, note text);

-- migrate:down
DROP TABLE orders;
