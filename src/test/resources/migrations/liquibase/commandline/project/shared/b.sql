-- liquibase formatted sql logicalFilePath:b-logical.sql
-- property name:tbl value:t1
-- changeset  "bo":b1 contextFilter:x
insert into ${tbl} values (2);
-- rollback delete from t1;
  --comment: indented, so part of the SQL
update t1 set id = 3;
