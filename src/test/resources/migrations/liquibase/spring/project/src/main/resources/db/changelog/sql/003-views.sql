
--liquibase formatted sql

--changeset bob:1 labels:v2 context:"a or b" runInTransaction:false
--comment: views are cheap
--validCheckSum: 9:11111111111111111111111111111111
create view emails as   -- a remark stays
  select email from users;
--rollback drop view emails;

-- changeset "bob b.":"two words" dbms:postgresql,sqlite splitStatements:false endDelimiter:/
--preconditions onFail:HALT
--precondition-sql-check expectedResult:0 select count(*) from orders where id = 77
insert into orders values (2);
--ignoreLines:2
this is not SQL
nor is this
--ignoreLines:start
nor this
--ignoreLines:end
insert into orders values (3);

--changeset bob:three runOnChange:true logicalFilePath:moved/three.sql
drop view if exists numbers;
create view numbers as select id from orders;
/* liquibase rollback
drop view numbers;
*/

--changeset bob:4 dbms:mysql
alter table orders engine = innodb;
