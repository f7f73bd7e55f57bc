-- Every kind of key, check and foreign key, named and unnamed, of columns and of tables.
CREATE TABLE parents (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  region TEXT,
  number INTEGER,
  CONSTRAINT parents_region_number UNIQUE (region, number)
);

CREATE TABLE named (
  id INTEGER CONSTRAINT named_pk PRIMARY KEY,
  code TEXT CONSTRAINT named_code UNIQUE ON CONFLICT IGNORE,
  amount INTEGER CONSTRAINT amount_positive CHECK (amount > 0),
  parent_id INTEGER CONSTRAINT named_parent REFERENCES parents (id) ON DELETE CASCADE ON UPDATE SET NULL
);

CREATE TABLE of_table (
  a INTEGER,
  b TEXT,
  c TEXT COLLATE NOCASE,
  d INTEGER,
  CONSTRAINT of_table_pk PRIMARY KEY (a, b) ON CONFLICT REPLACE,
  CONSTRAINT of_table_b UNIQUE (b, c COLLATE BINARY) ON CONFLICT FAIL,
  UNIQUE (c),
  UNIQUE (d DESC, b COLLATE NOCASE),
  CHECK (a <> d),
  CHECK ((a > 0) AND b IS NOT NULL),
  CONSTRAINT c_is_short CHECK (length(c) < 10) ON CONFLICT IGNORE
);

CREATE TABLE without_commas (
  a INTEGER,
  b INTEGER,
  UNIQUE (a) CHECK (a > b) CONSTRAINT b_positive CHECK (b > 0)
  FOREIGN KEY (a) REFERENCES parents
);

CREATE TABLE said_twice (
  a INTEGER PRIMARY KEY UNIQUE,
  b TEXT UNIQUE,
  CHECK (a > 0),
  CHECK (a > 0),
  UNIQUE (b),
  UNIQUE (b),
  CONSTRAINT twice CHECK (b <> ''),
  CONSTRAINT twice CHECK (b <> ' ')
);

CREATE TABLE children (
  id INTEGER PRIMARY KEY,
  implicit_id INTEGER REFERENCES parents,
  other_case INTEGER REFERENCES PARENTS (ID),
  restricted INTEGER REFERENCES parents (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  defaulted INTEGER DEFAULT 1 REFERENCES parents (id) ON DELETE SET DEFAULT ON UPDATE NO ACTION,
  nulled INTEGER REFERENCES parents (id) MATCH FULL ON DELETE SET NULL,
  deferred INTEGER REFERENCES parents (id) DEFERRABLE INITIALLY DEFERRED,
  immediate INTEGER REFERENCES parents (id) DEFERRABLE INITIALLY IMMEDIATE,
  never INTEGER REFERENCES parents (id) NOT DEFERRABLE INITIALLY DEFERRED,
  region TEXT,
  number INTEGER,
  missing_id INTEGER REFERENCES nowhere (id),
  parent_id INTEGER REFERENCES children (id) ON INSERT CASCADE,
  CONSTRAINT children_region FOREIGN KEY (region, number)
    REFERENCES parents (region, number) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (id) REFERENCES parents ON DELETE CASCADE,
  FOREIGN KEY (id) REFERENCES parents (id) ON DELETE SET NULL
);
