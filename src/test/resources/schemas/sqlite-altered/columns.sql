-- The schema of ../sqlite/columns.sql, made step by step and in another order.
CREATE TABLE generated_before (net INTEGER, rate REAL DEFAULT .2e0, total INTEGER);
DROP TABLE generated_before;
CREATE TABLE first_generated (
  net INTEGER NOT NULL,
  rate REAL DEFAULT (0.2),
  tax REAL AS ("net" * "rate") STORED
);
ALTER TABLE first_generated ADD COLUMN total REAL GENERATED ALWAYS AS (net+tax);
ALTER TABLE first_generated ADD COLUMN label TEXT AS (case when net>100 then 'big' else "small" end) VIRTUAL;
ALTER TABLE first_generated ADD COLUMN "as" TEXT AS (UPPER(label)||' '||cast(net as text)) NOT NULL;
ALTER TABLE first_generated ADD last INT;
ALTER TABLE first_generated RENAME COLUMN total TO gross;
ALTER TABLE first_generated DROP COLUMN last;
ALTER TABLE first_generated ADD COLUMN last INTEGER;
ALTER TABLE first_generated RENAME TO generated;

CREATE TABLE not_nulls (dropped INTEGER, nullable TEXT);
ALTER TABLE not_nulls ADD COLUMN required TEXT;
ALTER TABLE not_nulls ALTER COLUMN required SET NOT NULL;
ALTER TABLE not_nulls ADD COLUMN named TEXT CONSTRAINT required_name NOT NULL DEFAULT 'x';
ALTER TABLE not_nulls DROP COLUMN named;
CREATE TABLE not_nulls_2 (
  nullable TEXT,
  required TEXT NOT NULL,
  named TEXT CONSTRAINT "required_name" NOT NULL,
  replaced TEXT DEFAULT 'x' NOT NULL ON CONFLICT REPLACE,
  ignored TEXT NOT NULL ON CONFLICT IGNORE,
  failing TEXT,
  rolled_back TEXT CONSTRAINT both_of_them NOT NULL ON CONFLICT ROLLBACK,
  aborted TEXT NOT NULL
);
ALTER TABLE not_nulls_2 ALTER COLUMN failing SET NOT NULL ON CONFLICT FAIL;
DROP TABLE not_nulls;
ALTER TABLE not_nulls_2 RENAME TO not_nulls;

CREATE TABLE collations (plain TEXT COLLATE BINARY);
ALTER TABLE collations ADD COLUMN "binary" TEXT;
ALTER TABLE collations ADD COLUMN nocase TEXT COLLATE "nocase";
CREATE TABLE collations_2 (plain TEXT, "binary" TEXT, nocase TEXT COLLATE [NoCase],
  rtrim TEXT COLLATE RTRIM DEFAULT (' ') NOT NULL, UNIQUE (rtrim));
DROP TABLE collations;
ALTER TABLE collations_2 RENAME TO collations;

CREATE TABLE defaults (zero INTEGER DEFAULT (0));
ALTER TABLE defaults ADD COLUMN negative INTEGER DEFAULT (-1);
ALTER TABLE defaults ADD COLUMN positive INTEGER DEFAULT 1;
ALTER TABLE defaults ADD COLUMN hexadecimal INTEGER DEFAULT 0xff;
ALTER TABLE defaults ADD COLUMN real_value REAL DEFAULT 1.5E3;
ALTER TABLE defaults ADD COLUMN empty_text TEXT DEFAULT "";
ALTER TABLE defaults ADD COLUMN quote_text TEXT DEFAULT "it's -- not a comment";
ALTER TABLE defaults ADD COLUMN double_quoted TEXT DEFAULT 'new';
ALTER TABLE defaults ADD COLUMN bare TEXT DEFAULT [pending];
ALTER TABLE defaults ADD COLUMN bare_keyword TEXT DEFAULT "key";
ALTER TABLE defaults ADD COLUMN no_value TEXT;
ALTER TABLE defaults ADD COLUMN yes BOOLEAN DEFAULT true;
ALTER TABLE defaults ADD COLUMN no BOOLEAN DEFAULT FALSE;
ALTER TABLE defaults ADD COLUMN bytes BLOB DEFAULT X'00FF';
ALTER TABLE defaults ADD COLUMN dropped TEXT;
ALTER TABLE defaults DROP COLUMN dropped;
CREATE TABLE defaults_2 (
  zero INTEGER DEFAULT (0), negative INTEGER DEFAULT (-1), positive INTEGER DEFAULT 1,
  hexadecimal INTEGER DEFAULT 0xff, real_value REAL DEFAULT 1.5E3, empty_text TEXT DEFAULT "",
  quote_text TEXT DEFAULT "it's -- not a comment", double_quoted TEXT DEFAULT 'new',
  bare TEXT DEFAULT [pending], bare_keyword TEXT DEFAULT "key", no_value TEXT, yes BOOLEAN DEFAULT true,
  no BOOLEAN DEFAULT FALSE, bytes BLOB DEFAULT X'00FF',
  today DATE DEFAULT (current_date), time_now TIME DEFAULT (CURRENT_TIME),
  now_default TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
  computed TEXT DEFAULT (STRFTIME('%Y-%m-%dT%H:%M:%fZ','now')),
  random_id TEXT DEFAULT (LOWER(HEX(RANDOMBLOB(16)))),
  summed INTEGER DEFAULT (1+(2*3)- -4),
  nested INTEGER DEFAULT 7
);
DROP TABLE defaults;
ALTER TABLE defaults_2 RENAME TO defaults;

CREATE TABLE types (untyped, whole integer);
ALTER TABLE types ADD COLUMN lower INTEGER;
ALTER TABLE types ADD COLUMN small tinyint;
ALTER TABLE types ADD COLUMN big unsigned big int;
ALTER TABLE types ADD COLUMN amount decimal(10,2);
ALTER TABLE types ADD COLUMN label varchar(255);
ALTER TABLE types ADD COLUMN native NATIVE CHARACTER(70);
ALTER TABLE types ADD COLUMN ratio double  precision;
ALTER TABLE types ADD COLUMN signed float (+3,-1);
ALTER TABLE types ADD COLUMN at datetime;
ALTER TABLE types ADD COLUMN flag boolean;
ALTER TABLE types ADD COLUMN data blob;
ALTER TABLE types ADD COLUMN quoted [MY TYPE];
ALTER TABLE types ADD COLUMN bracketed `Other Type`;
ALTER TABLE types ADD COLUMN single text;
ALTER TABLE types ADD COLUMN json_value json;
