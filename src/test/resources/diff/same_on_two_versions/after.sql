-- PostgreSQL 18
CREATE TABLE users (id integer NOT NULL, email text);
CREATE VIEW active AS SELECT id, email FROM users WHERE id > 0 ORDER BY email;
CREATE SEQUENCE tickets;
GRANT SELECT ON users TO PUBLIC;
