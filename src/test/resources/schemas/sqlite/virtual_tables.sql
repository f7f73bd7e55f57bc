-- Virtual tables of the modules that every SQLite has. Their shadow tables are theirs.
CREATE TABLE documents (id INTEGER PRIMARY KEY, title TEXT, body TEXT);
CREATE VIRTUAL TABLE search USING fts5(title, body, tokenize = 'porter unicode61');
CREATE VIRTUAL TABLE search_external USING fts5(
  title, body UNINDEXED, content='documents', content_rowid='id', prefix='2 3'
);
CREATE VIRTUAL TABLE search_contentless USING FTS5(text, content='', columnsize=0);
CREATE VIRTUAL TABLE search_old USING fts4(title TEXT, body TEXT, tokenize=unicode61 "remove_diacritics=0");
CREATE VIRTUAL TABLE search_terms USING fts5vocab('search', 'row');
CREATE VIRTUAL TABLE boxes USING rtree(id, min_x, max_x, min_y, max_y, +label TEXT);
CREATE VIRTUAL TABLE boxes_whole USING rtree_i32(id, low, high);
CREATE TRIGGER documents_insert AFTER INSERT ON documents BEGIN
  INSERT INTO search_external (rowid, title, body) VALUES (new.id, new.title, new.body);
END;
CREATE TRIGGER documents_delete AFTER DELETE ON documents BEGIN
  INSERT INTO search_external (search_external, rowid, title, body)
    VALUES ('delete', old.id, old.title, old.body);
END;
CREATE VIEW found AS SELECT rowid, snippet(search, 1, '<b>', '</b>', '…', 8) AS excerpt, rank
  FROM search WHERE search MATCH 'sqlite' ORDER BY rank;
INSERT INTO documents VALUES (1, 'One', 'A text about SQLite');
INSERT INTO search VALUES ('One', 'A text about SQLite');
INSERT INTO boxes VALUES (1, 0, 1, 0, 1, 'unit');
