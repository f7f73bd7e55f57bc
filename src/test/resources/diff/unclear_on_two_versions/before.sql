-- PostgreSQL 15
CREATE TABLE users (id integer, email text, age integer DEFAULT 1);
CREATE VIEW v AS SELECT upper(email) AS email FROM users;
CREATE VIEW w AS SELECT 'a'::text AS letter FROM users;
