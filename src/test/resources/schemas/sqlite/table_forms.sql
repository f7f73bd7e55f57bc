-- What makes a table different as a whole, and what its key then is.
CREATE TABLE row_id (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE row_id_of_table (id INTEGER, name TEXT, PRIMARY KEY (id DESC));
CREATE TABLE counted (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT);
CREATE TABLE counted_of_table (id INTEGER, name TEXT, PRIMARY KEY (id AUTOINCREMENT));
CREATE TABLE no_row_id_alias (id INTEGER PRIMARY KEY DESC, name TEXT);
CREATE TABLE text_key (code TEXT PRIMARY KEY ON CONFLICT IGNORE, name TEXT);
CREATE TABLE long_key (b TEXT, a INTEGER, c TEXT, PRIMARY KEY (a, c DESC, b COLLATE NOCASE));
CREATE TABLE no_key (name TEXT);
CREATE TABLE without_row_id (a TEXT, b INTEGER, c TEXT, PRIMARY KEY (b, a)) WITHOUT ROWID;
CREATE TABLE strict_types (
  i INT, j INTEGER PRIMARY KEY, r REAL, t TEXT NOT NULL, b BLOB, a ANY
) STRICT;
CREATE TABLE both (k TEXT PRIMARY KEY, v ANY) STRICT, WITHOUT ROWID;
CREATE TABLE copied AS SELECT id, name AS "Full Name", id * 2 AS doubled FROM counted;
CREATE TABLE one_column (only_one);
INSERT INTO counted (name) VALUES ('a'), ('b');
