-- migrate:up transaction:false
create index concurrently a on shops (id);
-- migrate:down
