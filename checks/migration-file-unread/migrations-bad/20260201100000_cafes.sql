-- migrate:up
CREATE TABLE cafés (id integer PRIMARY KEY);

-- migrate:down
DROP TABLE cafés;
