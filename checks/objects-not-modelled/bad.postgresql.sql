CREATE TABLE users (
  id integer PRIMARY KEY
);
CREATE OPERATOR FAMILY money_order USING btree;
