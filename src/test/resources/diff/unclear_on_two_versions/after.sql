-- PostgreSQL 17
CREATE TABLE users (id integer, email text, age integer DEFAULT 2);
CREATE VIEW v AS SELECT lower(email) AS email FROM users;
CREATE VIEW w AS SELECT 'b'::text AS letter FROM users;
