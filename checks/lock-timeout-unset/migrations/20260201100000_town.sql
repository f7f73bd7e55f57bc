-- migrate:up
ALTER TABLE shops ADD COLUMN town varchar(80);

-- migrate:down
ALTER TABLE shops DROP COLUMN town;
