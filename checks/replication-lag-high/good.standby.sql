-- On a primary whose standby replays what it receives.
CREATE TABLE shops (id integer PRIMARY KEY, name varchar(80) NOT NULL);
