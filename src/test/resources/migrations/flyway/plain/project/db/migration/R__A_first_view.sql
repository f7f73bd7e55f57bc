create or replace view one as select 1;
