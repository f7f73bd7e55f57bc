-- chmod a-w app.db, as root: then SQLite opens it for reading only.
CREATE TABLE shops (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
INSERT INTO shops VALUES (1, 'Corner');
