CREATE TABLE shops (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE flyway_schema_history (
  installed_rank INT NOT NULL PRIMARY KEY,
  version VARCHAR(50),
  description VARCHAR(200) NOT NULL,
  type VARCHAR(20) NOT NULL,
  script VARCHAR(1000) NOT NULL,
  checksum INT,
  installed_by VARCHAR(100) NOT NULL,
  installed_on TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
  execution_time INT NOT NULL,
  success BOOLEAN NOT NULL
);
INSERT INTO flyway_schema_history VALUES
  (1, '1', 'shops', 'SQL', 'V1__shops.sql', 11, 'app', '2026-01-01 00:00:00', 5, 1),
  (2, '2', 'towns', 'SQL', 'V2__towns.sql', 22, 'app', '2026-01-02 00:00:00', 5, 0),
  (3, '3', 'roads', 'SQL', 'V3__roads.sql', 33, 'app', '2026-01-03 00:00:00', 5, 1),
  (4, '9', 'later', 'SQL', 'V9__later.sql', 99, 'app', '2026-01-04 00:00:00', 5, 1);
