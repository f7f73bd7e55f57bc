create table raw_table (id int);
insert into raw_table values (1);
