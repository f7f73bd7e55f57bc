CREATE TABLE shops (id integer PRIMARY KEY, name text);
INSERT INTO shops SELECT n, 'Shop ' || n FROM generate_series(1, 1000) AS n;
ANALYZE shops;
