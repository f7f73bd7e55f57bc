-- PostgreSQL 17
CREATE TABLE users (id integer, email text);
CREATE VIEW active AS SELECT id FROM users WHERE id > 0;
CREATE FUNCTION f(a integer) RETURNS integer LANGUAGE plpgsql AS $$ BEGIN RETURN a; END $$;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER touched BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION touch();
CREATE POLICY own ON users USING (id = 1);
CREATE TYPE state AS ENUM ('open', 'closed');
CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
CREATE SEQUENCE tickets;
