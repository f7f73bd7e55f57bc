-- chmod o+w app.db
CREATE TABLE shops (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
INSERT INTO shops VALUES (1, 'Corner');
