-- The schema of ../postgresql/types.sql by ALTER and in another order.
CREATE SCHEMA types_to_be;
SET search_path = types_to_be;

CREATE TYPE even_span;
CREATE FUNCTION canonical(even_span) RETURNS even_span LANGUAGE internal STRICT IMMUTABLE AS 'int4range_canonical';
CREATE TYPE even_span AS RANGE (CANONICAL = canonical, SUBTYPE = int);
CREATE TYPE word_span AS RANGE (
  SUBTYPE = text, MULTIRANGE_TYPE_NAME = multi_words, COLLATION = "C", SUBTYPE_OPCLASS = text_pattern_ops);
ALTER TYPE multi_words RENAME TO many_words;
CREATE FUNCTION minutes(a time, b time) RETURNS double precision LANGUAGE sql AS $$ SELECT 1.0 $$;
CREATE OR REPLACE FUNCTION minutes(a time, b time) RETURNS double precision
  LANGUAGE sql IMMUTABLE AS $$ SELECT EXTRACT(epoch FROM (a - b))::double precision / 60 $$;
ALTER FUNCTION minutes(time, time) STRICT;
CREATE TYPE span_of_time AS RANGE (SUBTYPE = time, SUBTYPE_DIFF = minutes, MULTIRANGE_TYPE_NAME = time_multispan);
ALTER TYPE span_of_time RENAME TO time_span;
ALTER TYPE time_multispan RENAME TO time_span_multirange;
COMMENT ON TYPE time_span IS 'of one day';

CREATE TYPE no_label AS ENUM ();
CREATE TYPE mood AS ENUM ('unhappy');
ALTER TYPE mood RENAME VALUE 'unhappy' TO 'sad';
ALTER TYPE mood ADD VALUE 'happy';
ALTER TYPE mood ADD VALUE IF NOT EXISTS 'ok' BEFORE 'happy';
ALTER TYPE mood ADD VALUE 'fine' AFTER 'sad';
ALTER TYPE mood ADD VALUE '';
ALTER TYPE mood ADD VALUE 'it''s, "odd"' BEFORE '';
COMMENT ON TYPE mood IS 'how one feels';

CREATE COLLATION without_case (provider = icu, deterministic = false, locale = 'und-u-ks-level2');
COMMENT ON COLLATION without_case IS 'A equals a';
CREATE COLLATION german_phone_book (provider = icu, locale = 'de-u-co-phonebk');
CREATE COLLATION mixed (lc_ctype = 'POSIX', lc_collate = 'C');
CREATE COLLATION plain (locale = 'C');

CREATE TYPE no_attribute AS ();
CREATE TYPE pair AS (a integer);
ALTER TYPE pair ADD ATTRIBUTE b smallint;
ALTER TYPE pair ALTER ATTRIBUTE b TYPE integer;
CREATE TYPE address AS (street character varying(80), city text COLLATE "C");
ALTER TYPE address ALTER ATTRIBUTE city TYPE text COLLATE german_phone_book;
ALTER TYPE address ADD ATTRIBUTE position point, ADD ATTRIBUTE moods mood[];
COMMENT ON COLUMN address.street IS 'with the number';
COMMENT ON TYPE address IS 'where one lives';

CREATE DOMAIN matrix AS integer[][];
CREATE DOMAIN percent AS numeric(5,2);
ALTER DOMAIN percent ADD CONSTRAINT not_negative CHECK (VALUE >= 0);
ALTER DOMAIN percent RENAME CONSTRAINT not_negative TO percent_check;
CREATE DOMAIN of_domain AS percent;
ALTER DOMAIN of_domain SET DEFAULT 50;
ALTER DOMAIN percent ADD CONSTRAINT at_most CHECK (VALUE <= 100) NOT VALID;
CREATE DOMAIN email AS character varying(320) COLLATE without_case;
ALTER DOMAIN email ADD CONSTRAINT not_long CHECK (length(VALUE) < 300);
ALTER DOMAIN email ADD CONSTRAINT has_at CHECK (VALUE ~~ '%@%') NOT VALID;
ALTER DOMAIN email VALIDATE CONSTRAINT has_at;
ALTER DOMAIN email SET NOT NULL;
ALTER DOMAIN email SET DEFAULT 'nobody@example.org';
COMMENT ON DOMAIN email IS 'an address that may be wrong';
COMMENT ON CONSTRAINT has_at ON DOMAIN email IS 'the one sure thing';

ALTER TYPE no_attribute OWNER TO corpus_owner;
ALTER TYPE word_span OWNER TO corpus_owner;
ALTER DOMAIN matrix OWNER TO corpus_owner;
ALTER COLLATION mixed OWNER TO corpus_owner;

-- The table lives elsewhere until its types are there to stay.
CREATE TABLE public.all_of_them (
  mood mood NOT NULL, moods mood[], home address, mail email, share of_domain, shares percent[],
  open time_span, opens time_span[], words many_words, name text COLLATE german_phone_book);
COMMIT;
ALTER TABLE public.all_of_them
  ALTER COLUMN mood SET DEFAULT 'ok',
  ALTER COLUMN moods SET DEFAULT ARRAY['ok'::mood, 'happy'::mood],
  ALTER COLUMN home SET DEFAULT ROW('Main St 1', 'Bonn', NULL, NULL),
  ADD CONSTRAINT all_of_them_check CHECK (share > 10 OR mood <> 'sad');
ALTER TABLE public.all_of_them DROP CONSTRAINT all_of_them_check;
ALTER TABLE public.all_of_them ADD CHECK (mood <> 'sad' OR share > 10);
ALTER TABLE public.all_of_them SET SCHEMA types_to_be;
ALTER SCHEMA types_to_be RENAME TO kinds;
RESET search_path;
