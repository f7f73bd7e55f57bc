-- SQLite
CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT DEFAULT (0), email TEXT);
CREATE INDEX by_name ON users (lower(name));
CREATE VIEW v AS SELECT id FROM users;
