-- Indexes that belong to no constraint.
CREATE EXTENSION pg_trgm;
CREATE SCHEMA finding;

CREATE TABLE finding.document (
  id integer NOT NULL,
  owner text NOT NULL,
  title character varying(200),
  body text,
  tags text[],
  facts jsonb,
  at timestamp with time zone,
  place point,
  deleted boolean DEFAULT false NOT NULL
);

CREATE INDEX document_plain ON finding.document (owner);
CREATE UNIQUE INDEX document_unique ON finding.document (id) INCLUDE (owner, title) WITH (fillfactor=60);
CREATE INDEX document_order ON finding.document
  (owner DESC, title ASC NULLS FIRST, at DESC NULLS LAST, id);
CREATE INDEX document_words ON finding.document (lower(title), (facts ->> 'kind'), (id % 10));
CREATE INDEX document_collated ON finding.document (title COLLATE "C", lower(owner) COLLATE "POSIX");
CREATE INDEX document_prefix ON finding.document (title varchar_pattern_ops, owner text_pattern_ops);
CREATE INDEX document_live ON finding.document (owner, at)
  WHERE NOT deleted AND title IN ('a', 'b') AND at > '2020-01-01 00:00:00+00';
CREATE INDEX document_hash ON finding.document USING hash (owner);
CREATE INDEX document_tags ON finding.document USING gin (tags) WITH (fastupdate=off);
CREATE INDEX document_facts ON finding.document USING gin (facts jsonb_path_ops);
CREATE INDEX document_text ON finding.document
  USING gin (to_tsvector('simple', body), to_tsvector('english', coalesce(title, '') || ' ' || body));
CREATE INDEX document_like ON finding.document USING gist (body gist_trgm_ops (siglen=32));
CREATE INDEX document_place ON finding.document USING spgist (place);
CREATE INDEX document_time ON finding.document USING brin (at) WITH (pages_per_range=16);
CREATE INDEX document_elsewhere ON finding.document (id) TABLESPACE corpus_space;
CREATE INDEX document_bloom ON finding.document USING brin (owner text_bloom_ops (n_distinct_per_range=100));
ALTER INDEX finding.document_words ALTER COLUMN 1 SET STATISTICS 300;
ALTER INDEX finding.document_words ALTER COLUMN 3 SET STATISTICS 0;
ALTER TABLE finding.document CLUSTER ON document_order;
COMMENT ON INDEX finding.document_words IS 'for the search box';

CREATE MATERIALIZED VIEW finding.by_owner WITH (fillfactor=50) AS
  SELECT owner, count(*) AS documents, max(at) AS newest FROM finding.document GROUP BY owner;
CREATE MATERIALIZED VIEW finding.elsewhere TABLESPACE corpus_space AS SELECT id FROM finding.document;
CREATE UNIQUE INDEX by_owner_key ON finding.by_owner (owner);
CREATE INDEX by_owner_newest ON finding.by_owner (newest DESC) WHERE documents > 1;
COMMENT ON MATERIALIZED VIEW finding.by_owner IS 'refreshed at night';

-- The planner's statistics over several columns and expressions.
CREATE STATISTICS finding.all_kinds ON owner, title FROM finding.document;
CREATE STATISTICS finding.some_kinds (ndistinct, dependencies) ON owner, title, deleted FROM finding.document;
CREATE STATISTICS finding.expressions (mcv) ON (lower(title)), owner, (id % 7) FROM finding.document;
CREATE STATISTICS finding.one_expression ON (date_trunc('day', at AT TIME ZONE 'UTC')) FROM finding.document;
ALTER STATISTICS finding.some_kinds SET STATISTICS 250;
ALTER STATISTICS finding.expressions OWNER TO corpus_owner;
COMMENT ON STATISTICS finding.some_kinds IS 'owners repeat their titles';

-- Searching text.
CREATE TEXT SEARCH TEMPLATE finding.plain_template (INIT = dsimple_init, LEXIZE = dsimple_lexize);
COMMENT ON TEXT SEARCH TEMPLATE finding.plain_template IS 'as simple as it gets';
CREATE TEXT SEARCH PARSER finding.plain_parser (
  START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end,
  LEXTYPES = prsd_lextype, HEADLINE = prsd_headline);
COMMENT ON TEXT SEARCH PARSER finding.plain_parser IS 'the usual one under another name';
CREATE TEXT SEARCH DICTIONARY finding.no_stop_words (TEMPLATE = snowball, Language = english);
CREATE TEXT SEARCH DICTIONARY finding.plain (TEMPLATE = finding.plain_template, StopWords = german, Accept = false);
COMMENT ON TEXT SEARCH DICTIONARY finding.plain IS 'German stop words only';
CREATE TEXT SEARCH CONFIGURATION finding.search (PARSER = finding.plain_parser);
ALTER TEXT SEARCH CONFIGURATION finding.search ADD MAPPING FOR asciiword, word
  WITH finding.plain, finding.no_stop_words;
ALTER TEXT SEARCH CONFIGURATION finding.search ADD MAPPING FOR int WITH simple;
COMMENT ON TEXT SEARCH CONFIGURATION finding.search IS 'for the shop';
CREATE TEXT SEARCH CONFIGURATION finding.copied (COPY = pg_catalog.german);
