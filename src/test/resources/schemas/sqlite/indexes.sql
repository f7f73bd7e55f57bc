-- Every property of an index and of its keys.
CREATE TABLE events (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT COLLATE NOCASE,
  at TEXT,
  payload TEXT,
  amount REAL,
  deleted INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT events_name UNIQUE (name)
);
CREATE INDEX events_at ON events (at);
CREATE UNIQUE INDEX events_name_at ON events (name, at DESC);
CREATE INDEX events_kind ON events (kind);
CREATE INDEX events_kind_binary ON events (kind COLLATE BINARY, name COLLATE NOCASE ASC);
CREATE INDEX events_lower ON events (lower(name), (amount * 100) DESC);
CREATE INDEX events_collated ON events ((name || kind) COLLATE NOCASE, name || kind COLLATE RTRIM);
CREATE INDEX events_json ON events (json_extract(payload, '$.user.id'), payload ->> '$.x');
CREATE INDEX events_in_parentheses ON events ((at), (((lower(kind)))));
CREATE INDEX events_live ON events (at) WHERE deleted = 0;
CREATE UNIQUE INDEX events_live_name ON events (name COLLATE NOCASE)
  WHERE deleted == 0 AND (kind IN ('a', 'b') OR amount BETWEEN 1 AND 10) AND at IS NOT NULL;
CREATE INDEX events_case ON events (CASE kind WHEN 'x' THEN 1 ELSE 0 END);
