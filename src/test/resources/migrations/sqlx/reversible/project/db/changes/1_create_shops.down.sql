drop table shops;
