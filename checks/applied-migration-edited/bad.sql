-- Applied when the name had 80 characters.
CREATE TABLE shops (id integer PRIMARY KEY, name varchar(80) NOT NULL);
CREATE TABLE flyway_schema_history (
  installed_rank integer NOT NULL PRIMARY KEY,
  version varchar(50),
  description varchar(200) NOT NULL,
  type varchar(20) NOT NULL,
  script varchar(1000) NOT NULL,
  checksum integer,
  installed_by varchar(100) NOT NULL,
  installed_on timestamp NOT NULL,
  execution_time integer NOT NULL,
  success boolean NOT NULL
);
INSERT INTO flyway_schema_history VALUES
  (1, '1', 'shops', 'SQL', 'V1__shops.sql', 1511648114, 'app', '2026-01-01 10:00:00', 8, true);
