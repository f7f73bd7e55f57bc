-- index "finding.document.fresh" is not expected
CREATE INDEX fresh ON finding.document (owner, title);

-- index "finding.document.fresh": keys
DROP INDEX finding.fresh;
CREATE INDEX fresh ON finding.document (title, owner);

-- index "finding.document.fresh": keys
DROP INDEX finding.fresh;
CREATE INDEX fresh ON finding.document (title);

-- index "finding.document.fresh": keys
DROP INDEX finding.fresh;
CREATE INDEX fresh ON finding.document (lower(title));

-- index "finding.document.fresh": keys
DROP INDEX finding.fresh;
CREATE INDEX fresh ON finding.document (upper(title));

-- index "finding.document.fresh": keys
DROP INDEX finding.fresh;
CREATE INDEX fresh ON finding.document (upper(title) COLLATE "C");

-- index "finding.document.fresh": keys
DROP INDEX finding.fresh;
CREATE INDEX fresh ON finding.document (upper(title) COLLATE "C" text_pattern_ops);

-- index "finding.document.fresh": keys
DROP INDEX finding.fresh;
CREATE INDEX fresh ON finding.document (upper(title) COLLATE "C" text_pattern_ops NULLS FIRST);

-- index "finding.document.fresh": keys
DROP INDEX finding.fresh;
CREATE INDEX fresh ON finding.document (upper(title) COLLATE "C" text_pattern_ops DESC);

-- index "finding.document.fresh": unique
DROP INDEX finding.fresh;
CREATE UNIQUE INDEX fresh ON finding.document (upper(title) COLLATE "C" text_pattern_ops DESC);

-- since 15
-- index "finding.document.fresh": nulls not distinct
DROP INDEX finding.fresh;
CREATE UNIQUE INDEX fresh ON finding.document (upper(title) COLLATE "C" text_pattern_ops DESC) NULLS NOT DISTINCT;

-- index "finding.document.fresh" is missing
DROP INDEX finding.fresh;

-- index "finding.document.document_hash": method
DROP INDEX finding.document_hash;
CREATE INDEX document_hash ON finding.document (owner);

-- index "finding.document.document_hash": include
DROP INDEX finding.document_hash;
CREATE INDEX document_hash ON finding.document (owner) INCLUDE (title);

-- index "finding.document.document_live": predicate
DROP INDEX finding.document_live;
CREATE INDEX document_live ON finding.document (owner, at)
  WHERE NOT deleted AND title IN ('a', 'c') AND at > '2020-01-01 00:00:00+00';

-- index "finding.document.document_live": predicate
DROP INDEX finding.document_live;
CREATE INDEX document_live ON finding.document (owner, at);

-- index "finding.document.document_tags": storage options
ALTER INDEX finding.document_tags SET (fastupdate=on);

-- index "finding.document.document_tags": tablespace
ALTER INDEX finding.document_tags SET TABLESPACE corpus_space;

-- index "finding.document.document_order": clustered
ALTER TABLE finding.document SET WITHOUT CLUSTER;

-- index "finding.document.document_words": statistics
ALTER INDEX finding.document_words ALTER COLUMN 1 SET STATISTICS 301;

-- index "finding.document.document_words": comment
COMMENT ON INDEX finding.document_words IS NULL;

-- index "finding.document.document_like": keys
DROP INDEX finding.document_like;
CREATE INDEX document_like ON finding.document USING gist (body gist_trgm_ops (siglen=64));

-- index "series.spread.spread_not_everywhere": valid
CREATE INDEX spread_0_part ON series.spread_0 (name);
CREATE INDEX spread_1_part ON series.spread_1 (name);
ALTER INDEX series.spread_not_everywhere ATTACH PARTITION series.spread_0_part;
ALTER INDEX series.spread_not_everywhere ATTACH PARTITION series.spread_1_part;

-- statistics "finding.fresh" is not expected
CREATE STATISTICS finding.fresh ON owner, tags FROM finding.document;

-- table "finding.twin" is not expected
CREATE TABLE finding.twin (owner text, tags text[]);

-- statistics "finding.fresh": table
DROP STATISTICS finding.fresh;
CREATE STATISTICS finding.fresh ON owner, tags FROM finding.twin;

-- statistics "finding.fresh" is missing
DROP STATISTICS finding.fresh;

-- statistics "finding.some_kinds": kinds
DROP STATISTICS finding.some_kinds;
CREATE STATISTICS finding.some_kinds (mcv, dependencies) ON owner, title, deleted FROM finding.document;
ALTER STATISTICS finding.some_kinds SET STATISTICS 250;
COMMENT ON STATISTICS finding.some_kinds IS 'owners repeat their titles';

-- statistics "finding.expressions": elements
DROP STATISTICS finding.expressions;
CREATE STATISTICS finding.expressions (mcv) ON (upper(title)), owner, (id % 7) FROM finding.document;
ALTER STATISTICS finding.expressions OWNER TO corpus_owner;

-- statistics "finding.some_kinds": target
ALTER STATISTICS finding.some_kinds SET STATISTICS 251;

-- statistics "finding.some_kinds": owner
ALTER STATISTICS finding.some_kinds OWNER TO corpus_owner;

-- statistics "finding.some_kinds": comment
COMMENT ON STATISTICS finding.some_kinds IS NULL;

-- text search parser "finding.fresh" is not expected
CREATE TEXT SEARCH PARSER finding.fresh (
  START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);

-- text search parser "finding.fresh": definition
DROP TEXT SEARCH PARSER finding.fresh;
CREATE TEXT SEARCH PARSER finding.fresh (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end,
  LEXTYPES = prsd_lextype, HEADLINE = prsd_headline);

-- text search parser "finding.fresh": comment
COMMENT ON TEXT SEARCH PARSER finding.fresh IS 'new';

-- text search parser "finding.fresh" is missing
DROP TEXT SEARCH PARSER finding.fresh;

-- text search template "finding.fresh" is not expected
CREATE TEXT SEARCH TEMPLATE finding.fresh (LEXIZE = dsimple_lexize);

-- text search template "finding.fresh": definition
DROP TEXT SEARCH TEMPLATE finding.fresh;
CREATE TEXT SEARCH TEMPLATE finding.fresh (INIT = dsimple_init, LEXIZE = dsimple_lexize);

-- text search template "finding.fresh" is missing
DROP TEXT SEARCH TEMPLATE finding.fresh;

-- text search dictionary "finding.fresh" is not expected
CREATE TEXT SEARCH DICTIONARY finding.fresh (TEMPLATE = simple);

-- text search dictionary "finding.plain": definition
ALTER TEXT SEARCH DICTIONARY finding.plain (StopWords = english);

-- text search dictionary "finding.fresh" is missing
DROP TEXT SEARCH DICTIONARY finding.fresh;

-- text search dictionary "finding.plain": owner
ALTER TEXT SEARCH DICTIONARY finding.plain OWNER TO corpus_owner;

-- text search configuration "finding.fresh" is not expected
CREATE TEXT SEARCH CONFIGURATION finding.fresh (PARSER = finding.plain_parser);

-- text search configuration "finding.search": definition
ALTER TEXT SEARCH CONFIGURATION finding.search ALTER MAPPING FOR word WITH finding.no_stop_words, finding.plain;

-- text search configuration "finding.search": definition
ALTER TEXT SEARCH CONFIGURATION finding.search DROP MAPPING FOR int;

-- text search configuration "finding.fresh" is missing
DROP TEXT SEARCH CONFIGURATION finding.fresh;
