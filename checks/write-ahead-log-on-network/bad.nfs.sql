-- On a mounted NFS share:
PRAGMA journal_mode = WAL;
CREATE TABLE shops (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
INSERT INTO shops VALUES (1, 'Corner');
