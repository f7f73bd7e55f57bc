-- function "doing.fresh(integer)" is not expected
CREATE FUNCTION doing.fresh(a integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';

-- function "doing.fresh(integer)": arguments
DROP FUNCTION doing.fresh;
CREATE FUNCTION doing.fresh(b integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';

-- function "doing.fresh(integer)": arguments
CREATE OR REPLACE FUNCTION doing.fresh(b integer DEFAULT 3) RETURNS integer LANGUAGE sql AS 'SELECT 1';

-- function "doing.fresh(integer)": returns
DROP FUNCTION doing.fresh;
CREATE FUNCTION doing.fresh(b integer DEFAULT 3) RETURNS bigint LANGUAGE sql AS 'SELECT 1';

-- function "doing.fresh(integer)": body
CREATE OR REPLACE FUNCTION doing.fresh(b integer DEFAULT 3) RETURNS bigint LANGUAGE sql AS 'SELECT  1';

-- function "doing.fresh(integer)": body
CREATE OR REPLACE FUNCTION doing.fresh(b integer DEFAULT 3) RETURNS bigint LANGUAGE sql RETURN 1;

-- function "doing.fresh(integer)": language
-- function "doing.fresh(integer)": body
CREATE OR REPLACE FUNCTION doing.fresh(b integer DEFAULT 3) RETURNS bigint LANGUAGE plpgsql AS 'BEGIN RETURN 1; END';

-- function "doing.fresh(integer)": volatility
ALTER FUNCTION doing.fresh STABLE;

-- function "doing.fresh(integer)": parallel
ALTER FUNCTION doing.fresh PARALLEL SAFE;

-- function "doing.fresh(integer)": strict
ALTER FUNCTION doing.fresh STRICT;

-- function "doing.fresh(integer)": security definer
ALTER FUNCTION doing.fresh SECURITY DEFINER;

-- function "doing.fresh(integer)": leakproof
ALTER FUNCTION doing.fresh LEAKPROOF;

-- function "doing.fresh(integer)": cost
ALTER FUNCTION doing.fresh COST 3.5;

-- function "doing.fresh(integer)": settings
ALTER FUNCTION doing.fresh SET work_mem = '1MB';

-- function "doing.fresh(integer)": owner
ALTER FUNCTION doing.fresh OWNER TO corpus_owner;

-- function "doing.fresh(integer)": grants
REVOKE EXECUTE ON FUNCTION doing.fresh FROM PUBLIC;

-- function "doing.fresh(integer)": comment
COMMENT ON FUNCTION doing.fresh IS 'new';

-- function "doing.fresh(integer)" is missing
-- function "doing.fresh(bigint)" is not expected
DROP FUNCTION doing.fresh;
CREATE FUNCTION doing.fresh(bigint) RETURNS integer LANGUAGE sql AS 'SELECT 1';

-- function "doing.fresh(bigint)": language
-- function "doing.fresh(bigint)": body
-- function "doing.fresh(bigint)": cost
DROP FUNCTION doing.fresh;
CREATE FUNCTION doing.fresh(bigint) RETURNS integer LANGUAGE internal AS 'window_row_number';

-- function "doing.fresh(bigint)": form
DROP FUNCTION doing.fresh;
CREATE FUNCTION doing.fresh(bigint) RETURNS integer LANGUAGE internal WINDOW AS 'window_row_number';

-- procedure "doing.fresh(bigint)" is not expected
-- function "doing.fresh(bigint)" is missing
DROP FUNCTION doing.fresh;
CREATE PROCEDURE doing.fresh(bigint) LANGUAGE sql AS 'SELECT 1';

-- procedure "doing.fresh(bigint)" is missing
DROP PROCEDURE doing.fresh;

-- function "doing.rows_of(integer)": rows
ALTER FUNCTION doing.rows_of ROWS 21;

-- function "doing.supported(text, text)": support
CREATE OR REPLACE FUNCTION doing.supported(text, text) RETURNS boolean
  LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'textlike';

-- function "doing.transformed(integer)": transforms
CREATE OR REPLACE FUNCTION doing.transformed(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1';

-- aggregate "doing.fresh(integer)" is not expected
CREATE AGGREGATE doing.fresh(integer) (SFUNC = int4larger, STYPE = integer);

-- aggregate "doing.fresh(integer)": options
CREATE OR REPLACE AGGREGATE doing.fresh(integer) (SFUNC = int4larger, STYPE = integer, INITCOND = '3');

-- aggregate "doing.fresh(integer)": options
CREATE OR REPLACE AGGREGATE doing.fresh(integer) (SFUNC = int4smaller, STYPE = integer, INITCOND = '3');

-- aggregate "doing.fresh(integer)": owner
ALTER AGGREGATE doing.fresh(integer) OWNER TO corpus_owner;

-- aggregate "doing.fresh(integer)": grants
GRANT EXECUTE ON FUNCTION doing.fresh(integer) TO corpus_reader;

-- aggregate "doing.fresh(integer)": comment
COMMENT ON AGGREGATE doing.fresh(integer) IS 'new';

-- aggregate "doing.fresh(integer)" is missing
DROP AGGREGATE doing.fresh(integer);

-- operator "doing.<~>(integer, integer)" is not expected
CREATE OPERATOR doing.<~> (LEFTARG = integer, RIGHTARG = integer, FUNCTION = int4eq);

-- operator "doing.<~>(integer, integer)": function
DROP OPERATOR doing.<~> (integer, integer);
CREATE OPERATOR doing.<~> (LEFTARG = integer, RIGHTARG = integer, FUNCTION = int4ne);

-- operator "doing.<~>(integer, integer)": function
-- operator "doing.<~>(integer, integer)": result
DROP OPERATOR doing.<~> (integer, integer);
CREATE OPERATOR doing.<~> (LEFTARG = integer, RIGHTARG = integer, FUNCTION = int4pl);

-- operator "doing.<~>(integer, integer)": function
-- operator "doing.<~>(integer, integer)": result
-- operator "doing.<~>(integer, integer)": commutator
DROP OPERATOR doing.<~> (integer, integer);
CREATE OPERATOR doing.<~> (LEFTARG = integer, RIGHTARG = integer, FUNCTION = int4eq, COMMUTATOR = OPERATOR(doing.<~>));

-- operator "doing.<~>(integer, integer)": restrict
ALTER OPERATOR doing.<~> (integer, integer) SET (RESTRICT = eqsel);

-- operator "doing.<~>(integer, integer)": join
ALTER OPERATOR doing.<~> (integer, integer) SET (JOIN = eqjoinsel);

-- operator "doing.<~>(integer, integer)": hashes
DROP OPERATOR doing.<~> (integer, integer);
CREATE OPERATOR doing.<~> (LEFTARG = integer, RIGHTARG = integer, FUNCTION = int4eq, COMMUTATOR = OPERATOR(doing.<~>),
  RESTRICT = eqsel, JOIN = eqjoinsel, HASHES);

-- operator "doing.<~>(integer, integer)": merges
DROP OPERATOR doing.<~> (integer, integer);
CREATE OPERATOR doing.<~> (LEFTARG = integer, RIGHTARG = integer, FUNCTION = int4eq, COMMUTATOR = OPERATOR(doing.<~>),
  RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES);

-- operator "doing.<~>(integer, integer)": owner
ALTER OPERATOR doing.<~> (integer, integer) OWNER TO corpus_owner;

-- operator "doing.<~>(integer, integer)": comment
COMMENT ON OPERATOR doing.<~> (integer, integer) IS 'new';

-- operator "doing.<~>(integer, integer)": negator
-- operator "doing.<!>(integer, integer)" is not expected
DROP OPERATOR doing.<~> (integer, integer);
CREATE OPERATOR doing.<!> (LEFTARG = integer, RIGHTARG = integer, FUNCTION = int4ne);
CREATE OPERATOR doing.<~> (LEFTARG = integer, RIGHTARG = integer, FUNCTION = int4eq, COMMUTATOR = OPERATOR(doing.<~>),
  NEGATOR = OPERATOR(doing.<!>), RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES);
ALTER OPERATOR doing.<~> (integer, integer) OWNER TO corpus_owner;
COMMENT ON OPERATOR doing.<~> (integer, integer) IS 'new';

-- operator "doing.<!>(integer, integer)" is missing
-- operator "doing.<~>(integer, integer)" is missing
DROP OPERATOR doing.<~> (integer, integer);
DROP OPERATOR doing.<!> (integer, integer);

-- cast "doing.unit AS integer" is missing
DROP CAST (doing.unit AS integer);

-- cast "doing.unit AS integer" is not expected
CREATE CAST (doing.unit AS integer) WITH INOUT;

-- cast "doing.unit AS integer": context
DROP CAST (doing.unit AS integer);
CREATE CAST (doing.unit AS integer) WITH INOUT AS ASSIGNMENT;

-- function "doing.number(doing.unit)" is not expected
-- cast "doing.unit AS integer": method
-- cast "doing.unit AS integer": function
CREATE FUNCTION doing.number(doing.unit) RETURNS integer LANGUAGE sql RETURN 1;
DROP CAST (doing.unit AS integer);
CREATE CAST (doing.unit AS integer) WITH FUNCTION doing.number AS ASSIGNMENT;

-- cast "doing.unit AS integer": comment
COMMENT ON CAST (doing.unit AS integer) IS 'new';

-- view "look.fresh" is not expected
CREATE VIEW look.fresh AS SELECT id FROM look.person;

-- view "look.fresh": definition
CREATE OR REPLACE VIEW look.fresh AS SELECT id FROM look.person WHERE id > 1;

-- view "look.fresh": definition
-- column "look.fresh.name" is not expected
CREATE OR REPLACE VIEW look.fresh AS SELECT id, name FROM look.person WHERE id > 1;

-- view "look.fresh": definition
-- column "look.fresh.number" is not expected
-- column "look.fresh.id" is missing
ALTER VIEW look.fresh RENAME COLUMN id TO number;

-- view "look.fresh": options
ALTER VIEW look.fresh SET (security_barrier=true);

-- view "look.fresh": options
ALTER VIEW look.fresh SET (check_option=local);

-- since 15
-- view "look.fresh": options
ALTER VIEW look.fresh SET (security_invoker=true);

-- column "look.fresh.name": default expression
ALTER VIEW look.fresh ALTER COLUMN name SET DEFAULT 'x';

-- column "look.fresh.name": comment
COMMENT ON COLUMN look.fresh.name IS 'new';

-- column "look.fresh.name": grants
GRANT SELECT (name) ON look.fresh TO corpus_reader;

-- view "look.fresh": owner
ALTER VIEW look.fresh OWNER TO corpus_owner;

-- view "look.fresh": grants
GRANT SELECT ON look.fresh TO corpus_reader;

-- view "look.fresh": comment
COMMENT ON VIEW look.fresh IS 'new';

-- view "look.fresh" is missing
-- materialized view "look.fresh" is not expected
DROP VIEW look.fresh;
CREATE MATERIALIZED VIEW look.fresh AS SELECT id FROM look.person;

-- materialized view "look.fresh": storage options
ALTER MATERIALIZED VIEW look.fresh SET (fillfactor=40);

-- materialized view "look.fresh": tablespace
ALTER MATERIALIZED VIEW look.fresh SET TABLESPACE corpus_space;

-- since 15
-- materialized view "look.fresh": access method
ALTER MATERIALIZED VIEW look.fresh SET ACCESS METHOD second_heap;

-- index "look.fresh.fresh_id" is not expected
CREATE INDEX fresh_id ON look.fresh (id);

-- index "look.fresh.fresh_id" is missing
DROP INDEX look.fresh_id;

-- column "look.fresh.id": statistics target
ALTER MATERIALIZED VIEW look.fresh ALTER COLUMN id SET STATISTICS 3;

-- Nothing: the rows of a materialized view are data.
REFRESH MATERIALIZED VIEW look.fresh WITH NO DATA;

-- materialized view "look.fresh" is missing
DROP MATERIALIZED VIEW look.fresh;

-- trigger "acting.other.fresh" is not expected
CREATE TRIGGER fresh AFTER INSERT ON acting.other FOR EACH ROW EXECUTE FUNCTION acting.watch();

-- trigger "acting.other.fresh": definition
CREATE OR REPLACE TRIGGER fresh AFTER INSERT OR UPDATE ON acting.other FOR EACH ROW EXECUTE FUNCTION acting.watch();

-- trigger "acting.other.fresh": definition
CREATE OR REPLACE TRIGGER fresh AFTER INSERT OR UPDATE ON acting.other
  FOR EACH ROW WHEN (new.id > 0) EXECUTE FUNCTION acting.watch();

-- trigger "acting.other.fresh": definition
CREATE OR REPLACE TRIGGER fresh AFTER INSERT OR UPDATE ON acting.other
  FOR EACH ROW WHEN (new.id > 0) EXECUTE FUNCTION acting.stamp();

-- trigger "acting.other.fresh": enabled
ALTER TABLE acting.other DISABLE TRIGGER fresh;

-- trigger "acting.other.fresh": comment
COMMENT ON TRIGGER fresh ON acting.other IS 'new';

-- trigger "acting.other.fresh" is missing
DROP TRIGGER fresh ON acting.other;

-- trigger "acting.account.at_the_end": definition
DROP TRIGGER at_the_end ON acting.account;
CREATE CONSTRAINT TRIGGER at_the_end AFTER INSERT OR UPDATE ON acting.account
  FROM acting.other DEFERRABLE INITIALLY IMMEDIATE
  FOR EACH ROW EXECUTE FUNCTION acting.watch();

-- trigger "acting.positive.through_view": definition
CREATE OR REPLACE TRIGGER through_view INSTEAD OF INSERT ON acting.positive
  FOR EACH ROW EXECUTE FUNCTION acting.watch();

-- rule "look.log.fresh" is not expected
CREATE RULE fresh AS ON INSERT TO look.log DO INSTEAD NOTHING;

-- rule "look.log.fresh": definition
CREATE OR REPLACE RULE fresh AS ON UPDATE TO look.log DO INSTEAD NOTHING;

-- rule "look.log.fresh": enabled
ALTER TABLE look.log ENABLE REPLICA RULE fresh;

-- rule "look.log.fresh": comment
COMMENT ON RULE fresh ON look.log IS 'new';

-- rule "look.log.fresh" is missing
DROP RULE fresh ON look.log;

-- policy "guarded.account.fresh" is not expected
CREATE POLICY fresh ON guarded.account FOR SELECT TO corpus_reader USING (true);

-- policy "guarded.account.fresh": using
ALTER POLICY fresh ON guarded.account USING (tenant > 3);

-- policy "guarded.account.fresh": roles
ALTER POLICY fresh ON guarded.account TO corpus_writer;

-- policy "guarded.account.fresh": permissive
DROP POLICY fresh ON guarded.account;
CREATE POLICY fresh ON guarded.account AS RESTRICTIVE FOR SELECT TO corpus_writer USING (tenant > 3);

-- policy "guarded.account.fresh": command
DROP POLICY fresh ON guarded.account;
CREATE POLICY fresh ON guarded.account AS RESTRICTIVE FOR UPDATE TO corpus_writer USING (tenant > 3);

-- policy "guarded.account.fresh": with check
ALTER POLICY fresh ON guarded.account WITH CHECK (tenant > 4);

-- policy "guarded.account.fresh": comment
COMMENT ON POLICY fresh ON guarded.account IS 'new';

-- policy "guarded.account.fresh" is missing
DROP POLICY fresh ON guarded.account;

-- event trigger "fresh" is not expected
CREATE EVENT TRIGGER fresh ON ddl_command_end EXECUTE FUNCTION acting.on_ddl();

-- event trigger "fresh": event
DROP EVENT TRIGGER fresh;
CREATE EVENT TRIGGER fresh ON ddl_command_start EXECUTE FUNCTION acting.on_ddl();

-- event trigger "fresh": tags
DROP EVENT TRIGGER fresh;
CREATE EVENT TRIGGER fresh ON ddl_command_start WHEN TAG IN ('DROP TABLE') EXECUTE FUNCTION acting.on_ddl();

-- event trigger "fresh": enabled
ALTER EVENT TRIGGER fresh DISABLE;

-- event trigger "fresh": comment
COMMENT ON EVENT TRIGGER fresh IS 'new';

-- function "acting.on_ddl_too()" is not expected
-- event trigger "fresh": function
CREATE FUNCTION acting.on_ddl_too() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
DROP EVENT TRIGGER fresh;
CREATE EVENT TRIGGER fresh ON ddl_command_start WHEN TAG IN ('DROP TABLE') EXECUTE FUNCTION acting.on_ddl_too();
ALTER EVENT TRIGGER fresh DISABLE;
COMMENT ON EVENT TRIGGER fresh IS 'new';

-- event trigger "fresh": owner
ALTER EVENT TRIGGER fresh OWNER TO corpus_super;

-- event trigger "fresh" is missing
DROP EVENT TRIGGER fresh;
