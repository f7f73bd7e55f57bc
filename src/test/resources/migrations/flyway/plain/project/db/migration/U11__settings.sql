alter table shops drop column tax;
