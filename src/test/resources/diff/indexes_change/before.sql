-- PostgreSQL 17
CREATE TABLE users (id integer, email text, age integer);
CREATE INDEX by_email ON users (email);
CREATE INDEX by_age ON users (age) WHERE age > 17;
CREATE INDEX by_id ON users (id);
