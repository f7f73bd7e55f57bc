-- up migration
alter table users add age integer;
-- down migration
