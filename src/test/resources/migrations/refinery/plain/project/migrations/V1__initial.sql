CREATE TABLE persons (id int, name varchar(255));
