-- The accounting has its tables here, and uses the same tool.
CREATE TABLE invoices (id integer PRIMARY KEY);
CREATE TABLE schema_migrations (version varchar(128) PRIMARY KEY);
INSERT INTO schema_migrations VALUES ('20250301090000');
INSERT INTO schema_migrations VALUES ('20250302090000');
