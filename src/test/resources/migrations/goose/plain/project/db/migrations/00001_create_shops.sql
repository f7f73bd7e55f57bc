-- +goose Up
create table shops (id bigint primary key);

-- +goose Down
drop table shops;
