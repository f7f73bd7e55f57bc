-- On a server that gave more transaction IDs than autovacuum_freeze_max_age since "orders" was
-- last vacuumed, and a release that adds a column to it.
CREATE TABLE orders (id integer PRIMARY KEY, note text);
