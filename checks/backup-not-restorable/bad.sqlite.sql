CREATE TABLE shops (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE INDEX shops_by_name ON shops (name);
