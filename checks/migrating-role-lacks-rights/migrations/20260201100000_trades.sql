-- migrate:up
ALTER TABLE shops ADD COLUMN town varchar(80);
CREATE TABLE trades (id integer PRIMARY KEY, shop_id integer REFERENCES shops (id));
CREATE INDEX ON trades (shop_id);

-- migrate:down
DROP TABLE trades;
ALTER TABLE shops DROP COLUMN town;
