CREATE TABLE shops (
  id integer PRIMARY KEY,
  name varchar(100) NOT NULL,
  phone text NOT NULL
);
CREATE UNIQUE INDEX shops_name ON shops (name);
