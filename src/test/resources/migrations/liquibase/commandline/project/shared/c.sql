--liquibase formatted sql
--changeset cy:c1
select 1;
--changeset cy:c2 ignore:true
select 2;
