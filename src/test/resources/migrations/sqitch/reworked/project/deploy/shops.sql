BEGIN;
create table if not exists shops (id int); select 1;
COMMIT;
