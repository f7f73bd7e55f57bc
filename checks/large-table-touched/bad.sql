CREATE TABLE schema_migrations (version varchar(128) PRIMARY KEY);
INSERT INTO schema_migrations VALUES ('20260101090000');
CREATE TABLE orders (id integer PRIMARY KEY, note text);
INSERT INTO orders SELECT number, 'by phone' FROM generate_series(1, 20000) AS number;
ANALYZE orders;
