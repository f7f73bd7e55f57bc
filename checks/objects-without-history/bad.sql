-- The tables were made by hand; the tool was set up later.
CREATE TABLE shops (id integer PRIMARY KEY, name varchar(80) NOT NULL);
CREATE TABLE schema_migrations (version varchar(128) PRIMARY KEY);
