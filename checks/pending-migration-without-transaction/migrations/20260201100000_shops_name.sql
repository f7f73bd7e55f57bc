-- migrate:up transaction:false
CREATE INDEX CONCURRENTLY shops_name ON shops (name);
CREATE INDEX CONCURRENTLY shops_lower ON shops (lower(name));

-- migrate:down
DROP INDEX shops_name;
DROP INDEX shops_lower;
