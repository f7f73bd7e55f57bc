-- A blog with tags, comments, revisions and a full-text search that triggers keep up to date.
CREATE TABLE authors (
  id TEXT PRIMARY KEY DEFAULT (lower(hex(randomblob(16)))) NOT NULL,
  handle TEXT NOT NULL UNIQUE CHECK (handle GLOB '[a-z]*' AND handle NOT GLOB '*[^a-z0-9_]*')
) STRICT, WITHOUT ROWID;
CREATE TABLE posts (
  id INTEGER PRIMARY KEY,
  author_id TEXT NOT NULL REFERENCES authors,
  slug TEXT NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL DEFAULT '',
  published_at INTEGER,
  meta TEXT DEFAULT '{"tags": []}' CHECK (json_type(meta, '$.tags') = 'array'),
  word_count INTEGER AS (length(body) - length(replace(body, ' ', '')) + 1) STORED,
  UNIQUE (author_id, slug)
) STRICT;
CREATE UNIQUE INDEX posts_published_slug ON posts (slug) WHERE published_at IS NOT NULL;
CREATE INDEX posts_by_month ON posts (strftime('%Y-%m', published_at, 'unixepoch') DESC);
CREATE TABLE comments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  post_id INTEGER NOT NULL,
  parent_id INTEGER,
  body TEXT NOT NULL,
  FOREIGN KEY (post_id) REFERENCES posts (id) ON DELETE CASCADE,
  FOREIGN KEY (parent_id) REFERENCES comments (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE VIRTUAL TABLE posts_search USING fts5(title, body, content=posts, content_rowid=id);
CREATE TRIGGER posts_search_insert AFTER INSERT ON posts BEGIN
  INSERT INTO posts_search(rowid, title, body) VALUES (new.id, new.title, new.body);
END;
CREATE TRIGGER posts_search_delete AFTER DELETE ON posts BEGIN
  INSERT INTO posts_search(posts_search, rowid, title, body) VALUES('delete', old.id, old.title, old.body);
END;
CREATE TRIGGER posts_search_update AFTER UPDATE ON posts BEGIN
  INSERT INTO posts_search(posts_search, rowid, title, body) VALUES('delete', old.id, old.title, old.body);
  INSERT INTO posts_search(rowid, title, body) VALUES (new.id, new.title, new.body);
END;
CREATE VIEW tags AS SELECT p.id AS post_id, t.value AS tag FROM posts p, json_each(p.meta, '$.tags') t;
CREATE VIEW published AS SELECT * FROM posts WHERE published_at <= unixepoch();
