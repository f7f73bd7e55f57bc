-- The new code runs; its migration did not.
CREATE TABLE shops (id integer PRIMARY KEY, name varchar(80) NOT NULL);
CREATE TABLE schema_migrations (version bigint NOT NULL PRIMARY KEY, dirty boolean NOT NULL);
INSERT INTO schema_migrations VALUES (1, false);
