alter table shops add column tax numeric;
