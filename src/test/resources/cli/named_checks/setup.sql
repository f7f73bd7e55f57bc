CREATE TABLE accounts (id INTEGER PRIMARY KEY, default_fee NUMERIC(10, 2) DEFAULT 0);
CREATE TABLE trades (id INTEGER PRIMARY KEY, stock_position_id INTEGER REFERENCES stock_positions (id));
CREATE TABLE stock_positions (id INTEGER PRIMARY KEY);
INSERT INTO accounts VALUES (1, 0), (2, NULL);
