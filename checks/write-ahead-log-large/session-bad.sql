PRAGMA journal_mode = WAL;
INSERT INTO shops VALUES (2, 'Market');
