-- migrate:up
create table shops (id bigint primary key);

-- migrate:down
drop table shops;
