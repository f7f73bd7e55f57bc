-- The schema of ../sqlite/indexes.sql, with the indexes made before the columns got their names.
CREATE TABLE events (
  id INTEGER PRIMARY KEY, title TEXT NOT NULL, sort TEXT COLLATE NOCASE, at TEXT, payload TEXT, amount REAL,
  deleted INTEGER DEFAULT 0 NOT NULL, CONSTRAINT events_name UNIQUE (title)
);
CREATE INDEX events_case ON events (case sort when 'x' then 1 else 0 end);
CREATE UNIQUE INDEX events_live_name ON events (title COLLATE nocase)
  WHERE deleted=0 AND(sort IN('a','b')OR amount BETWEEN 1 AND 10)AND"at"IS NOT NULL;
CREATE INDEX events_live ON events ("at") WHERE (deleted = 0);
CREATE INDEX events_in_parentheses ON events (at, (LOWER(sort)));
CREATE INDEX events_json ON events (JSON_EXTRACT(payload,'$.user.id'), (payload->>'$.x'));
CREATE INDEX events_collated ON events (((title||sort)) COLLATE NOCASE, title||sort COLLATE rtrim);
CREATE INDEX events_lower ON events ((lower(title)), amount*100 DESC);
CREATE INDEX events_kind_binary ON events (sort COLLATE BINARY, title COLLATE NOCASE);
CREATE INDEX events_kind ON events (sort COLLATE NOCASE);
CREATE UNIQUE INDEX events_name_at ON events (title, at DESC);
CREATE INDEX events_at ON events (at);
ALTER TABLE events RENAME COLUMN title TO name;
ALTER TABLE events RENAME COLUMN sort TO "kind";
