BEGIN;
create table shops (id int);
COMMIT;
