CREATE TABLE shops (id integer PRIMARY KEY, name text);
INSERT INTO shops VALUES (1, 'Bakery'), (2, 'Books');
ANALYZE shops;
