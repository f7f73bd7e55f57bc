alter table shops add column name text;
