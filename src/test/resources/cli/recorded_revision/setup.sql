CREATE TABLE shops (id INTEGER PRIMARY KEY, name TEXT); CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY); INSERT INTO alembic_version VALUES ('v1');
