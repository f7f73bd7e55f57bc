-- Up Migration
create view emails as select email from users;

-- Down Migration
drop view emails;
