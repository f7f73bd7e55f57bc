-- +goose Up
-- +goose StatementBegin
select 1;
-- +goose StatementEnd
