-- no-transaction
create index concurrently a on shops (id);
