-- Every property of a column: types, defaults, collations, conflict clauses, generated columns.
CREATE TABLE types (
  untyped,
  whole INTEGER,
  lower integer,
  small TINYINT,
  big UNSIGNED BIG INT,
  amount DECIMAL(10, 2),
  label VARCHAR ( 255 ),
  native NATIVE  CHARACTER /* as in Oracle */ (70),
  ratio DOUBLE PRECISION,
  signed FLOAT(+3, -1),
  at DATETIME,
  flag BOOLEAN,
  data BLOB,
  quoted "my type",
  bracketed [Other Type],
  'single' 'text',
  json_value JSON
);

CREATE TABLE defaults (
  zero INTEGER DEFAULT 0,
  negative INTEGER DEFAULT -1,
  positive INTEGER DEFAULT +1,
  hexadecimal INTEGER DEFAULT 0xFF,
  real_value REAL DEFAULT 1.5e3,
  empty_text TEXT DEFAULT '',
  quote_text TEXT DEFAULT 'it''s -- not a comment',
  double_quoted TEXT DEFAULT "new",
  bare TEXT DEFAULT pending,
  bare_keyword TEXT DEFAULT key,
  no_value TEXT DEFAULT NULL,
  yes BOOLEAN DEFAULT TRUE,
  no BOOLEAN DEFAULT false,
  bytes BLOB DEFAULT x'00fF',
  today DATE DEFAULT CURRENT_DATE,
  time_now TIME DEFAULT current_time,
  now_default TIMESTAMP DEFAULT (CURRENT_TIMESTAMP),
  computed TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  random_id TEXT DEFAULT (lower(hex(randomblob(16)))),
  summed INTEGER DEFAULT (1 + (2 * 3) - - 4),
  nested INTEGER DEFAULT (((7)))
);

CREATE TABLE collations (
  plain TEXT,
  "binary" TEXT COLLATE BINARY,
  nocase TEXT COLLATE NOCASE,
  rtrim TEXT NOT NULL COLLATE rtrim DEFAULT ' ' UNIQUE
);

CREATE TABLE not_nulls (
  nullable TEXT NULL,
  required TEXT NOT NULL,
  named TEXT CONSTRAINT required_name NOT NULL,
  replaced TEXT NOT NULL ON CONFLICT REPLACE DEFAULT 'x',
  ignored TEXT NOT NULL ON CONFLICT IGNORE,
  failing TEXT NOT NULL ON CONFLICT FAIL,
  rolled_back TEXT CONSTRAINT both_of_them NOT NULL ON CONFLICT ROLLBACK,
  aborted TEXT NOT NULL ON CONFLICT ABORT
);

CREATE TABLE generated (
  net INTEGER NOT NULL,
  rate REAL DEFAULT 0.2,
  tax REAL GENERATED ALWAYS AS (net * rate) STORED,
  gross REAL AS (net + tax) VIRTUAL,
  label TEXT AS (CASE WHEN net > 100 THEN 'big' ELSE 'small' END),
  "as" TEXT GENERATED ALWAYS AS (upper(label) || ' ' || CAST(net AS TEXT)) NOT NULL,
  last INTEGER
);
