DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'shop_deploy') THEN
    CREATE ROLE shop_deploy LOGIN;
  END IF;
END $$;
CREATE TABLE shops (id integer PRIMARY KEY, name varchar(80) NOT NULL);
