-- +goose NO TRANSACTION
-- +goose Up
create index concurrently a on shops (id);

-- +goose Down
-- nothing
