-- migrate:up
ALTER TABLE orders ADD COLUMN fee numeric(10,2);

-- migrate:down
ALTER TABLE orders DROP COLUMN fee;
