-- edited since
CREATE TABLE shops (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
