DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'shop_owner') THEN
    CREATE ROLE shop_owner LOGIN;
  END IF;
END $$;
CREATE TABLE shops (id integer PRIMARY KEY, name varchar(80) NOT NULL);
ALTER TABLE shops OWNER TO shop_owner;
GRANT CREATE ON SCHEMA public TO shop_owner;
CREATE TABLE schema_migrations (version varchar(128) PRIMARY KEY);
INSERT INTO schema_migrations VALUES ('20260101100000');
ALTER TABLE schema_migrations OWNER TO shop_owner;
