-- Functions, procedures, aggregates, operators, casts.
CREATE SCHEMA doing;

CREATE TYPE doing.point3 AS (x integer, y integer, z integer);

CREATE FUNCTION doing.all_options(
    a integer, INOUT b text DEFAULT 'it''s', VARIADIC rest numeric[] DEFAULT ARRAY[1.5, 2])
  LANGUAGE plpgsql IMMUTABLE STRICT SECURITY DEFINER PARALLEL SAFE LEAKPROOF COST 12.5
  SET search_path = doing, pg_temp
  SET work_mem = '8MB'
  SET "my.setting" = 'a, b'
  AS $body$
BEGIN
  -- $$ does not end it, nor does "quoting"
  b := b || a;
END
$body$;
COMMENT ON FUNCTION doing.all_options IS 'everything at once';

CREATE FUNCTION doing.rows_of(n integer) RETURNS SETOF doing.point3
  LANGUAGE sql STABLE ROWS 20 PARALLEL RESTRICTED
  AS 'SELECT i, i, i FROM generate_series(1, n) AS i';
CREATE FUNCTION doing.table_of(OUT x integer, OUT y text) RETURNS SETOF record
  LANGUAGE sql AS $$ VALUES (1, 'a'), (2, 'b') $$;
CREATE FUNCTION doing.columns_of(wanted text) RETURNS TABLE (name text, size integer)
  LANGUAGE plpgsql AS $$ BEGIN RETURN QUERY SELECT wanted, length(wanted); END $$;
CREATE FUNCTION doing.same_name(integer) RETURNS integer LANGUAGE sql RETURN $1 + 1;
CREATE FUNCTION doing.same_name(text) RETURNS integer LANGUAGE sql RETURN length($1);
CREATE FUNCTION doing.same_name() RETURNS integer LANGUAGE sql RETURN 0;
CREATE FUNCTION doing.any_element(a anyelement, b anyarray) RETURNS anyelement
  LANGUAGE sql AS $$ SELECT coalesce(a, b[1]) $$;
CREATE FUNCTION doing.in_standard_sql(a integer, b integer DEFAULT 2) RETURNS integer
  LANGUAGE sql
  BEGIN ATOMIC
    SELECT doing.same_name(a) + b;
    SELECT count(*)::integer FROM generate_series(a, b) AS g(n) WHERE n IN (1, 2);
  END;
CREATE FUNCTION doing.nothing() RETURNS void LANGUAGE sql AS '';
CREATE FUNCTION doing.windowed() RETURNS bigint
  LANGUAGE internal WINDOW IMMUTABLE AS 'window_row_number';
CREATE FUNCTION doing.supported(text, text) RETURNS boolean
  LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE SUPPORT textlike_support AS 'textlike';
CREATE FUNCTION doing.cursor_of(refcursor) RETURNS refcursor
  LANGUAGE plpgsql AS $$ BEGIN OPEN $1 FOR SELECT 1; RETURN $1; END $$;

CREATE TRANSFORM FOR integer LANGUAGE sql (
  FROM SQL WITH FUNCTION prsd_lextype(internal), TO SQL WITH FUNCTION int4recv(internal));
CREATE FUNCTION doing.transformed(integer) RETURNS integer
  LANGUAGE sql TRANSFORM FOR TYPE integer AS 'SELECT $1';

CREATE PROCEDURE doing.clean_up(days integer DEFAULT 30, INOUT cleaned bigint DEFAULT 0)
  LANGUAGE plpgsql SET lock_timeout = '1s' AS $$
BEGIN
  cleaned := days;
  COMMIT;
END
$$;
COMMENT ON PROCEDURE doing.clean_up IS 'every night';
CREATE PROCEDURE doing.insists(OUT result text) LANGUAGE sql SECURITY DEFINER
  BEGIN ATOMIC SELECT 'done'::text; END;

CREATE FUNCTION doing.add_up(bigint, bigint) RETURNS bigint
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS 'SELECT $1 + coalesce($2, 0)';
CREATE FUNCTION doing.take_off(bigint, bigint) RETURNS bigint
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS 'SELECT $1 - coalesce($2, 0)';
CREATE FUNCTION doing.show(bigint, bigint) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS 'SELECT $1::text';
CREATE AGGREGATE doing.total(bigint) (
  SFUNC = doing.add_up, STYPE = bigint, SSPACE = 8, INITCOND = '0',
  FINALFUNC = doing.show, FINALFUNC_EXTRA, FINALFUNC_MODIFY = SHAREABLE,
  COMBINEFUNC = doing.add_up,
  MSFUNC = doing.add_up, MINVFUNC = doing.take_off, MSTYPE = bigint, MSSPACE = 8,
  MFINALFUNC = doing.show, MFINALFUNC_EXTRA, MFINALFUNC_MODIFY = READ_WRITE, MINITCOND = '0',
  PARALLEL = SAFE);
COMMENT ON AGGREGATE doing.total(bigint) IS 'as text';
CREATE AGGREGATE doing.smallest(integer) (
  SFUNC = int4smaller, STYPE = integer, SORTOP = OPERATOR(pg_catalog.<));
CREATE AGGREGATE doing.passed_on(integer) (
  SFUNC = int4_avg_accum, STYPE = bigint[], COMBINEFUNC = int4_avg_combine,
  FINALFUNC = int8_avg, INITCOND = '{0,0}');
CREATE AGGREGATE doing.in_order(double precision ORDER BY anyelement) (
  SFUNC = ordered_set_transition, STYPE = internal,
  FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA, FINALFUNC_MODIFY = READ_WRITE);
CREATE AGGREGATE doing.if_inserted(VARIADIC "any" ORDER BY VARIADIC "any") (
  SFUNC = ordered_set_transition_multi, STYPE = internal,
  FINALFUNC = rank_final, FINALFUNC_EXTRA, HYPOTHETICAL);

CREATE FUNCTION doing.near(doing.point3, doing.point3) RETURNS boolean
  LANGUAGE sql IMMUTABLE AS 'SELECT abs($1.x - $2.x) < 2';
CREATE FUNCTION doing.far(doing.point3, doing.point3) RETURNS boolean
  LANGUAGE sql IMMUTABLE AS 'SELECT NOT doing.near($1, $2)';
CREATE OPERATOR doing.~== (
  LEFTARG = doing.point3, RIGHTARG = doing.point3, FUNCTION = doing.near,
  COMMUTATOR = OPERATOR(doing.~==), NEGATOR = OPERATOR(doing.~<>),
  RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES);
CREATE OPERATOR doing.~<> (
  LEFTARG = doing.point3, RIGHTARG = doing.point3, FUNCTION = doing.far,
  COMMUTATOR = OPERATOR(doing.~<>), NEGATOR = OPERATOR(doing.~==),
  RESTRICT = neqsel, JOIN = neqjoinsel);
CREATE FUNCTION doing.turned(doing.point3) RETURNS integer
  LANGUAGE sql IMMUTABLE AS 'SELECT -$1.x';
CREATE OPERATOR doing.!! (RIGHTARG = doing.point3, FUNCTION = doing.turned);
COMMENT ON OPERATOR doing.!! (NONE, doing.point3) IS 'upside down';

CREATE FUNCTION doing.to_number(doing.point3) RETURNS integer
  LANGUAGE sql IMMUTABLE AS 'SELECT $1.x * 10000 + $1.y * 100 + $1.z';
CREATE CAST (doing.point3 AS integer) WITH FUNCTION doing.to_number(doing.point3) AS ASSIGNMENT;
COMMENT ON CAST (doing.point3 AS integer) IS 'loses the sign';
CREATE CAST (doing.point3 AS text) WITH INOUT AS IMPLICIT;
CREATE DOMAIN doing.length AS integer;
CREATE TYPE doing.unit AS ENUM ('mm', 'cm');
CREATE CAST (doing.unit AS integer) WITH INOUT;
CREATE CAST (jsonb AS bytea) WITHOUT FUNCTION;

ALTER AGGREGATE doing.smallest(integer) OWNER TO corpus_owner;
ALTER OPERATOR doing.!! (NONE, doing.point3) OWNER TO corpus_owner;

-- What the model does not cover is counted.
CREATE OPERATOR FAMILY doing.points USING btree;
CREATE OPERATOR CLASS doing.numbers_backwards FOR TYPE integer USING btree AS
  OPERATOR 1 >, OPERATOR 2 >=, OPERATOR 3 =, OPERATOR 4 <=, OPERATOR 5 <,
  FUNCTION 1 btint4cmp(integer, integer);
CREATE CONVERSION doing.latin_again FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
