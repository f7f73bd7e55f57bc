-- schema "fresh" is not expected
CREATE SCHEMA fresh;

-- schema "fresh": owner
ALTER SCHEMA fresh OWNER TO corpus_owner;

-- schema "fresh": grants
GRANT USAGE ON SCHEMA fresh TO corpus_reader;

-- schema "fresh": comment
COMMENT ON SCHEMA fresh IS 'new';

-- schema "fresh" is missing
DROP SCHEMA fresh;

-- extension "hstore" is not expected
CREATE EXTENSION hstore VERSION '1.6' SCHEMA contrib;

-- extension "hstore": version
ALTER EXTENSION hstore UPDATE TO '1.8';

-- extension "hstore": schema
ALTER EXTENSION hstore SET SCHEMA far;

-- extension "hstore": comment
COMMENT ON EXTENSION hstore IS 'keys and values';

-- Nothing: members of extensions belong to them, even with other grants and owners.
REVOKE ALL ON FUNCTION far.hstore(record) FROM PUBLIC;
ALTER TYPE far.hstore OWNER TO corpus_owner;

-- extension "hstore" is missing
DROP EXTENSION hstore;

-- enum "kinds.fresh" is not expected
CREATE TYPE kinds.fresh AS ENUM ('a');

-- enum "kinds.fresh" is missing
DROP TYPE kinds.fresh;

-- enum "kinds.mood": labels
ALTER TYPE kinds.mood ADD VALUE 'angry' BEFORE 'fine';

-- enum "kinds.mood": labels
ALTER TYPE kinds.mood RENAME VALUE 'angry' TO 'furious';

-- enum "kinds.mood": owner
ALTER TYPE kinds.mood OWNER TO corpus_owner;

-- enum "kinds.mood": grants
GRANT USAGE ON TYPE kinds.mood TO corpus_reader;

-- enum "kinds.mood": comment
COMMENT ON TYPE kinds.mood IS NULL;

-- composite type "kinds.fresh" is not expected
CREATE TYPE kinds.fresh AS (a integer);

-- composite type "kinds.fresh" is missing
DROP TYPE kinds.fresh;

-- column "kinds.pair.c" is not expected
ALTER TYPE kinds.pair ADD ATTRIBUTE c text;

-- column "kinds.pair.c": type
ALTER TYPE kinds.pair ALTER ATTRIBUTE c TYPE character varying(3);

-- column "kinds.pair.c": collation
ALTER TYPE kinds.pair ALTER ATTRIBUTE c TYPE character varying(3) COLLATE "C";

-- column "kinds.pair.c": comment
COMMENT ON COLUMN kinds.pair.c IS 'new';

-- column "kinds.pair.a": position
-- column "kinds.pair.b": position
-- column "kinds.pair.c": position
ALTER TYPE kinds.pair DROP ATTRIBUTE a, ADD ATTRIBUTE a integer;

-- composite type "kinds.pair": owner
ALTER TYPE kinds.pair OWNER TO corpus_owner;

-- composite type "kinds.pair": grants
REVOKE ALL ON TYPE kinds.pair FROM PUBLIC;

-- composite type "kinds.pair": comment
COMMENT ON TYPE kinds.pair IS 'two';

-- domain "kinds.fresh" is not expected
CREATE DOMAIN kinds.fresh AS text;

-- domain "kinds.fresh": type
DROP DOMAIN kinds.fresh;
CREATE DOMAIN kinds.fresh AS character varying(3);

-- domain "kinds.fresh": collation
DROP DOMAIN kinds.fresh;
CREATE DOMAIN kinds.fresh AS character varying(3) COLLATE "C";

-- domain "kinds.fresh": not null
ALTER DOMAIN kinds.fresh SET NOT NULL;

-- domain "kinds.fresh": default expression
ALTER DOMAIN kinds.fresh SET DEFAULT 'abc';

-- check "kinds.fresh.short" is not expected
ALTER DOMAIN kinds.fresh ADD CONSTRAINT short CHECK (length(VALUE) < 3) NOT VALID;

-- check "kinds.fresh.short": validated
ALTER DOMAIN kinds.fresh VALIDATE CONSTRAINT short;

-- check "kinds.fresh.short": expression
ALTER DOMAIN kinds.fresh DROP CONSTRAINT short;
ALTER DOMAIN kinds.fresh ADD CONSTRAINT short CHECK (length(VALUE) < 2);

-- check "kinds.fresh.short": comment
COMMENT ON CONSTRAINT short ON DOMAIN kinds.fresh IS 'new';

-- check "kinds.fresh.short" is missing
ALTER DOMAIN kinds.fresh DROP CONSTRAINT short;

-- domain "kinds.fresh": owner
ALTER DOMAIN kinds.fresh OWNER TO corpus_owner;

-- domain "kinds.fresh": grants
GRANT USAGE ON DOMAIN kinds.fresh TO corpus_reader;

-- domain "kinds.fresh": comment
COMMENT ON DOMAIN kinds.fresh IS 'new';

-- domain "kinds.fresh" is missing
DROP DOMAIN kinds.fresh;

-- range "kinds.fresh" is not expected
CREATE TYPE kinds.fresh AS RANGE (SUBTYPE = text);

-- range "kinds.fresh": collation
DROP TYPE kinds.fresh;
CREATE TYPE kinds.fresh AS RANGE (SUBTYPE = text, COLLATION = "C");

-- range "kinds.fresh": operator class
DROP TYPE kinds.fresh;
CREATE TYPE kinds.fresh AS RANGE (SUBTYPE = text, COLLATION = "C", SUBTYPE_OPCLASS = text_pattern_ops);

-- range "kinds.fresh": multirange
DROP TYPE kinds.fresh;
CREATE TYPE kinds.fresh AS RANGE (
  SUBTYPE = text, COLLATION = "C", SUBTYPE_OPCLASS = text_pattern_ops, MULTIRANGE_TYPE_NAME = kinds.many_fresh);

-- range "kinds.fresh": owner
ALTER TYPE kinds.fresh OWNER TO corpus_owner;

-- range "kinds.fresh": grants
GRANT USAGE ON TYPE kinds.fresh TO corpus_reader;

-- range "kinds.fresh": comment
COMMENT ON TYPE kinds.fresh IS 'new';

-- range "kinds.fresh" is missing
DROP TYPE kinds.fresh;

-- range "kinds.fresh" is not expected
CREATE TYPE kinds.fresh AS RANGE (SUBTYPE = time);

-- range "kinds.fresh": subtype
-- range "kinds.fresh": operator class
DROP TYPE kinds.fresh;
CREATE TYPE kinds.fresh AS RANGE (SUBTYPE = integer);

-- range "kinds.fresh": subtype difference
DROP TYPE kinds.fresh;
CREATE TYPE kinds.fresh AS RANGE (SUBTYPE = integer, SUBTYPE_DIFF = int4range_subdiff);

-- function "kinds.fresh_one(kinds.fresh)" is not expected
-- range "kinds.fresh": canonical
DROP TYPE kinds.fresh;
CREATE TYPE kinds.fresh;
CREATE FUNCTION kinds.fresh_one(kinds.fresh) RETURNS kinds.fresh
  LANGUAGE internal IMMUTABLE STRICT AS 'int4range_canonical';
CREATE TYPE kinds.fresh AS RANGE (SUBTYPE = integer, SUBTYPE_DIFF = int4range_subdiff, CANONICAL = kinds.fresh_one);

-- collation "kinds.fresh" is not expected
CREATE COLLATION kinds.fresh (provider = libc, locale = 'C');

-- collation "kinds.fresh": locale
DROP COLLATION kinds.fresh;
CREATE COLLATION kinds.fresh (provider = libc, lc_collate = 'C', lc_ctype = 'POSIX');

-- collation "kinds.fresh": provider
-- collation "kinds.fresh": locale
DROP COLLATION kinds.fresh;
CREATE COLLATION kinds.fresh (provider = icu, locale = 'de');

-- collation "kinds.fresh": deterministic
DROP COLLATION kinds.fresh;
CREATE COLLATION kinds.fresh (provider = icu, locale = 'de', deterministic = false);

-- since 16
-- collation "kinds.fresh": rules
DROP COLLATION kinds.fresh;
CREATE COLLATION kinds.fresh (provider = icu, locale = 'de', deterministic = false, rules = '&a < g');

-- collation "kinds.fresh": owner
ALTER COLLATION kinds.fresh OWNER TO corpus_owner;

-- collation "kinds.fresh": comment
COMMENT ON COLLATION kinds.fresh IS 'new';

-- collation "kinds.fresh" is missing
DROP COLLATION kinds.fresh;
