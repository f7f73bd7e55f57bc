-- Triggers of every kind; event triggers.
CREATE SCHEMA acting;

CREATE TABLE acting.account (id integer PRIMARY KEY, balance numeric, name text, changed timestamp);
CREATE TABLE acting.other (id integer PRIMARY KEY);
CREATE VIEW acting.positive AS SELECT * FROM acting.account WHERE balance > 0;

CREATE FUNCTION acting.stamp() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN new.changed := now(); RETURN new; END $$;
CREATE FUNCTION acting.watch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON acting.account
  FOR EACH ROW EXECUTE FUNCTION acting.stamp();
CREATE TRIGGER of_columns BEFORE UPDATE OF balance, name ON acting.account
  FOR EACH ROW WHEN (old.balance IS DISTINCT FROM new.balance AND new.name IN ('a', 'b'))
  EXECUTE FUNCTION acting.stamp();
CREATE TRIGGER with_arguments AFTER DELETE ON acting.account
  FOR EACH ROW EXECUTE PROCEDURE acting.watch('one', 'it''s', '3');
CREATE TRIGGER whole_statement AFTER UPDATE ON acting.account
  REFERENCING OLD TABLE AS before NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION acting.watch();
CREATE TRIGGER emptied BEFORE TRUNCATE ON acting.account
  FOR EACH STATEMENT EXECUTE FUNCTION acting.watch();
CREATE CONSTRAINT TRIGGER at_the_end AFTER INSERT OR UPDATE ON acting.account
  FROM acting.other DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION acting.watch();
CREATE TRIGGER through_view INSTEAD OF INSERT OR UPDATE OR DELETE ON acting.positive
  FOR EACH ROW EXECUTE FUNCTION acting.watch();
COMMENT ON TRIGGER stamp ON acting.account IS 'who changed what when';
ALTER TABLE acting.account DISABLE TRIGGER with_arguments;
ALTER TABLE acting.account ENABLE ALWAYS TRIGGER whole_statement;
ALTER TABLE acting.account ENABLE REPLICA TRIGGER emptied;

-- None of these does anything, as other cases are loaded beside this one.
CREATE FUNCTION acting.on_ddl() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE EVENT TRIGGER every_command ON ddl_command_start EXECUTE FUNCTION acting.on_ddl();
CREATE EVENT TRIGGER some_commands ON ddl_command_end
  WHEN TAG IN ('CREATE TABLE', 'ALTER TABLE') EXECUTE FUNCTION acting.on_ddl();
CREATE EVENT TRIGGER dropped ON sql_drop EXECUTE FUNCTION acting.on_ddl();
CREATE EVENT TRIGGER rewritten ON table_rewrite EXECUTE FUNCTION acting.on_ddl();
ALTER EVENT TRIGGER rewritten OWNER TO corpus_super;
ALTER EVENT TRIGGER dropped DISABLE;
ALTER EVENT TRIGGER rewritten ENABLE ALWAYS;
ALTER EVENT TRIGGER every_command ENABLE REPLICA;
COMMENT ON EVENT TRIGGER some_commands IS 'keeps a diary';
