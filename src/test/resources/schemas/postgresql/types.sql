-- Types and collations.
CREATE SCHEMA kinds;

CREATE TYPE kinds.mood AS ENUM ('sad', 'ok', 'happy', 'it''s, "odd"', '');
ALTER TYPE kinds.mood ADD VALUE 'fine' BEFORE 'ok';
COMMENT ON TYPE kinds.mood IS 'how one feels';
CREATE TYPE kinds.no_label AS ENUM ();

CREATE COLLATION kinds.plain FROM "C";
CREATE COLLATION kinds.mixed (provider = libc, lc_collate = 'C', lc_ctype = 'POSIX');
CREATE COLLATION kinds.german_phone_book (provider = icu, locale = 'de-u-co-phonebk');
CREATE COLLATION kinds.without_case (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
COMMENT ON COLLATION kinds.without_case IS 'A equals a';

CREATE TYPE kinds.address AS (
  street character varying(80),
  city text COLLATE kinds.german_phone_book,
  position point,
  moods kinds.mood[]
);
COMMENT ON TYPE kinds.address IS 'where one lives';
COMMENT ON COLUMN kinds.address.street IS 'with the number';
CREATE TYPE kinds.pair AS (a integer, gone text, b integer);
ALTER TYPE kinds.pair DROP ATTRIBUTE gone;
CREATE TYPE kinds.no_attribute AS ();

CREATE DOMAIN kinds.email AS character varying(320) COLLATE kinds.without_case
  DEFAULT 'nobody@example.org' NOT NULL
  CONSTRAINT has_at CHECK (VALUE LIKE '%@%')
  CONSTRAINT not_long CHECK (length(VALUE) < 300);
COMMENT ON DOMAIN kinds.email IS 'an address that may be wrong';
COMMENT ON CONSTRAINT has_at ON DOMAIN kinds.email IS 'the one sure thing';
CREATE DOMAIN kinds.percent AS numeric(5,2) CHECK (VALUE >= 0);
ALTER DOMAIN kinds.percent ADD CONSTRAINT at_most CHECK (VALUE <= 100) NOT VALID;
CREATE DOMAIN kinds.of_domain AS kinds.percent DEFAULT 50;
CREATE DOMAIN kinds.matrix AS integer[][];

CREATE FUNCTION kinds.minutes(a time, b time) RETURNS double precision
  LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT EXTRACT(epoch FROM (a - b))::double precision / 60 $$;
CREATE TYPE kinds.time_span AS RANGE (SUBTYPE = time, SUBTYPE_DIFF = kinds.minutes);
COMMENT ON TYPE kinds.time_span IS 'of one day';
CREATE TYPE kinds.word_span AS RANGE (
  SUBTYPE = text, SUBTYPE_OPCLASS = text_pattern_ops, COLLATION = "C",
  MULTIRANGE_TYPE_NAME = kinds.many_words);

-- The function that makes a range canonical needs the type before the type is there.
CREATE TYPE kinds.even_span;
CREATE FUNCTION kinds.canonical(kinds.even_span) RETURNS kinds.even_span
  LANGUAGE internal IMMUTABLE STRICT AS 'int4range_canonical';
CREATE TYPE kinds.even_span AS RANGE (SUBTYPE = integer, CANONICAL = kinds.canonical);

ALTER DOMAIN kinds.matrix OWNER TO corpus_owner;
ALTER TYPE kinds.no_attribute OWNER TO corpus_owner;
ALTER TYPE kinds.word_span OWNER TO corpus_owner;
ALTER COLLATION kinds.mixed OWNER TO corpus_owner;

CREATE TABLE kinds.all_of_them (
  mood kinds.mood DEFAULT 'ok' NOT NULL,
  moods kinds.mood[] DEFAULT ARRAY['ok', 'happy']::kinds.mood[],
  home kinds.address DEFAULT ROW('Main St 1', 'Bonn', NULL, NULL),
  mail kinds.email,
  share kinds.of_domain,
  shares kinds.percent[],
  open kinds.time_span,
  opens kinds.time_span[],
  words kinds.many_words,
  name text COLLATE kinds.german_phone_book,
  CHECK (mood <> 'sad' OR share > 10)
);
