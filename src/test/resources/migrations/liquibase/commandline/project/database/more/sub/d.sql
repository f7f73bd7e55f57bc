--liquibase formatted sql
--changeset dee:d1
insert into t1 values ('é');