-- One follows the other.
CREATE TABLE shops (id integer PRIMARY KEY, name varchar(80) NOT NULL);
CREATE TABLE alembic_version (
  version_num varchar(32) NOT NULL,
  CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO alembic_version VALUES ('a1f0c2');
