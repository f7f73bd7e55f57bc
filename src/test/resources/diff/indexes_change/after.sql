-- PostgreSQL 17
CREATE TABLE users (id integer, email text, age integer);
CREATE UNIQUE INDEX by_email ON users (lower(email) DESC) INCLUDE (age);
CREATE INDEX by_age ON users USING brin (age) WHERE age > 18;
CREATE INDEX by_id ON users (id) WITH (fillfactor = 50);
