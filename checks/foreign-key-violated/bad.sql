CREATE TABLE shops (id INTEGER PRIMARY KEY);
CREATE TABLE stocks (id INTEGER PRIMARY KEY, shop_id INTEGER NOT NULL REFERENCES shops (id));
CREATE INDEX stocks_by_shop ON stocks (shop_id);
INSERT INTO shops VALUES (1);
INSERT INTO stocks VALUES (1, 1), (2, 7);
