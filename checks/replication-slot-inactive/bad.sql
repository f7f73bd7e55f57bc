CREATE TABLE shops (id integer PRIMARY KEY, name varchar(80) NOT NULL);
SELECT pg_create_physical_replication_slot('standby_1', true);
