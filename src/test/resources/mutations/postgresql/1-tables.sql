-- Each paragraph changes the corpus as the paragraphs before left it. Its remarks say all that differs then.

-- table "shop.fresh" is not expected
CREATE TABLE shop.fresh (a integer, b integer, c text);

-- table "shop.no_columns" is missing
DROP TABLE shop.no_columns;

-- column "shop.fresh.d" is not expected
ALTER TABLE shop.fresh ADD COLUMN d integer;

-- column "shop.fresh.d" is missing
ALTER TABLE shop.fresh DROP COLUMN d;

-- column "shop.fresh.b" is missing
-- column "shop.fresh.bb" is not expected
ALTER TABLE shop.fresh RENAME COLUMN b TO bb;

-- column "shop.fresh.a": position
-- column "shop.fresh.bb": position
-- column "shop.fresh.c": position
ALTER TABLE shop.fresh DROP COLUMN a, ADD COLUMN a integer;

-- table "shop.fresh" is missing
-- table "shop.fresher" is not expected
ALTER TABLE shop.fresh RENAME TO fresher;

-- table "shop.fresher" is missing
-- table "trade.fresher" is not expected
ALTER TABLE shop.fresher SET SCHEMA trade;

-- table "trade.fresher": form
-- table "trade.fresher": access method
-- table "trade.fresher": partition key
DROP TABLE trade.fresher;
CREATE TABLE trade.fresher (bb integer, c text, a integer) PARTITION BY RANGE (a);

-- table "trade.fresher": partition key
DROP TABLE trade.fresher;
CREATE TABLE trade.fresher (bb integer, c text, a integer) PARTITION BY RANGE (bb);

-- table "shop.full_identity": unlogged
ALTER TABLE shop.full_identity SET UNLOGGED;

-- table "shop.no_identity": parents
ALTER TABLE shop.no_identity INHERIT shop.full_identity;

-- table "series.reading_rest": partition bound
ALTER TABLE series.reading DETACH PARTITION series.reading_rest;
ALTER TABLE series.reading ATTACH PARTITION series.reading_rest
  FOR VALUES FROM ('2040-01-01 00:00:00+00') TO ('2041-01-01 00:00:00+00');

-- table "series.late" is not expected
CREATE TABLE series.late PARTITION OF series.reading DEFAULT;

-- table "shop.tuned": storage options
ALTER TABLE shop.tuned SET (fillfactor=71);

-- table "shop.tuned": storage options
ALTER TABLE shop.tuned SET (toast.autovacuum_enabled=true);

-- table "shop.tuned": tablespace
ALTER TABLE shop.tuned SET TABLESPACE corpus_space;

-- since 15
-- table "shop.tuned": access method
ALTER TABLE shop.tuned SET ACCESS METHOD second_heap;

-- table "shop.tuned": row security
ALTER TABLE shop.tuned ENABLE ROW LEVEL SECURITY;

-- table "shop.tuned": row security
ALTER TABLE shop.tuned FORCE ROW LEVEL SECURITY;

-- table "shop.tuned": row security
ALTER TABLE shop.tuned DISABLE ROW LEVEL SECURITY;

-- table "shop.tuned": replica identity
ALTER TABLE shop.tuned REPLICA IDENTITY FULL;

-- table "shop.people": of type
ALTER TABLE shop.people NOT OF;

-- table "shop.tuned": owner
ALTER TABLE shop.tuned OWNER TO corpus_owner;

-- table "shop.tuned": grants
GRANT SELECT ON shop.tuned TO corpus_reader;

-- table "shop.tuned": grants
GRANT SELECT ON shop.tuned TO corpus_reader WITH GRANT OPTION;

-- table "shop.tuned": grants
REVOKE ALL ON shop.tuned FROM corpus_reader;
GRANT SELECT ON shop.tuned TO corpus_writer WITH GRANT OPTION;

-- table "shop.tuned": grants
REVOKE ALL ON shop.tuned FROM corpus_writer;
GRANT INSERT ON shop.tuned TO corpus_writer WITH GRANT OPTION;

-- table "shop.tuned": grants
REVOKE UPDATE ON shop.tuned FROM corpus_owner;

-- table "shop.tuned": comment
COMMENT ON TABLE shop.tuned IS 'by hand';

-- table "shop.product": comment
COMMENT ON TABLE shop.product IS NULL;

-- column "shop.tuned.id": type
ALTER TABLE shop.tuned ALTER COLUMN id TYPE smallint;

-- column "shop.product.name": type
ALTER TABLE shop.product ALTER COLUMN name TYPE character varying(41);

-- column "shop.product.price": type
ALTER TABLE shop.product ALTER COLUMN price TYPE numeric(10,3);

-- column "shop.product.at": type
ALTER TABLE shop.product ALTER COLUMN at TYPE timestamp(4) with time zone;

-- column "shop.product.note": collation
ALTER TABLE shop.product ALTER COLUMN note TYPE text COLLATE "C";

-- column "shop.product.note": not null
ALTER TABLE shop.product ALTER COLUMN note SET NOT NULL;

-- since 18
-- column "shop.product.note": not null name
ALTER TABLE shop.product RENAME CONSTRAINT product_note_not_null TO note_is_there;

-- since 18
-- column "eighteen.not_nulls.late": not null options
ALTER TABLE eighteen.not_nulls VALIDATE CONSTRAINT late_is_there;

-- since 18
-- column "eighteen.not_nulls.own": not null options
-- column "eighteen.heir.own": not null
ALTER TABLE eighteen.not_nulls ALTER CONSTRAINT not_passed_down INHERIT;

-- column "shop.product.price": default expression
ALTER TABLE shop.product ALTER COLUMN price SET DEFAULT 1;

-- column "shop.product.price": default expression
ALTER TABLE shop.product ALTER COLUMN price DROP DEFAULT;

-- column "shop.product.words": default expression
ALTER TABLE shop.product ALTER COLUMN words SET DEFAULT '';

-- column "shop.identities.label": default expression
-- column "shop.identities.label": generated
-- column "shop.identities.label": generation expression
ALTER TABLE shop.identities ALTER COLUMN label DROP EXPRESSION, ALTER COLUMN label SET DEFAULT 'x';

-- since 17
-- column "shop.identities.gross": generation expression
ALTER TABLE shop.identities ALTER COLUMN gross SET EXPRESSION AS (round(net * 1.07, 2));

-- since 18
-- column "eighteen.country.size" is not expected
ALTER TABLE eighteen.country ADD COLUMN size integer GENERATED ALWAYS AS (length(code)) VIRTUAL;

-- since 18
-- column "eighteen.country.size": generation expression
ALTER TABLE eighteen.country ALTER COLUMN size SET EXPRESSION AS (length(code) + 1);

-- since 18
-- column "eighteen.not_nulls.computed_too": generated
-- column "eighteen.heir.computed_too": generated
ALTER TABLE eighteen.not_nulls DROP COLUMN computed_too, ADD COLUMN computed_too integer GENERATED ALWAYS AS (id * 3) VIRTUAL;

-- column "shop.identities.always_id": identity
ALTER TABLE shop.identities ALTER COLUMN always_id SET GENERATED BY DEFAULT;

-- column "shop.identities.always_id": identity
ALTER TABLE shop.identities ALTER COLUMN always_id SET START WITH 3;

-- column "shop.identities.always_id": identity
ALTER TABLE shop.identities ALTER COLUMN always_id SET INCREMENT BY 3;

-- column "shop.identities.always_id": identity
ALTER TABLE shop.identities ALTER COLUMN always_id SET MINVALUE -3;

-- column "shop.identities.always_id": identity
ALTER TABLE shop.identities ALTER COLUMN always_id SET MAXVALUE 333;

-- column "shop.identities.always_id": identity
ALTER TABLE shop.identities ALTER COLUMN always_id SET CACHE 3;

-- column "shop.identities.always_id": identity
ALTER TABLE shop.identities ALTER COLUMN always_id SET CYCLE;

-- column "shop.identities.always_id": type
-- column "shop.identities.always_id": identity
ALTER TABLE shop.identities ALTER COLUMN always_id TYPE bigint;

-- column "shop.identities.small_id": identity
ALTER TABLE shop.identities ALTER COLUMN small_id DROP IDENTITY;

-- column "shop.tuned.external": storage
ALTER TABLE shop.tuned ALTER COLUMN external SET STORAGE EXTENDED;

-- column "shop.tuned.compressed": compression
ALTER TABLE shop.tuned ALTER COLUMN compressed SET COMPRESSION DEFAULT;

-- column "shop.tuned.sampled": statistics target
ALTER TABLE shop.tuned ALTER COLUMN sampled SET STATISTICS -1;

-- column "shop.tuned.sampled": statistics options
ALTER TABLE shop.tuned ALTER COLUMN sampled RESET (n_distinct);

-- column "far.orders.id": options
ALTER FOREIGN TABLE far.orders ALTER COLUMN id OPTIONS (SET column_name 'number');

-- column "shop.tandem.gears": inherited
-- column "shop.tandem.id": inherited
-- column "shop.tandem.policy": inherited
-- column "shop.tandem.since": inherited
-- column "shop.tandem.wheels": inherited
-- check "shop.tandem.few_gears": inherited
-- check "shop.tandem.some_wheels": inherited
-- from 18 on: column "shop.tandem.id": not null name
-- from 18 on: column "shop.tandem.policy": not null name
ALTER TABLE shop.tandem NO INHERIT shop.bike;
ALTER TABLE shop.tandem INHERIT shop.bike;

-- column "shop.tuned.id": grants
GRANT SELECT (id) ON shop.tuned TO corpus_reader;

-- column "shop.tuned.id": comment
COMMENT ON COLUMN shop.tuned.id IS 'hardly ever';

-- table "far.orders": foreign options
ALTER FOREIGN TABLE far.orders OPTIONS (SET schema_name 'old');

-- table "far.plain": foreign server
DROP FOREIGN TABLE far.plain;
CREATE FOREIGN TABLE far.plain (id integer) SERVER corpus_archive;

-- table "far.plain": owner
ALTER FOREIGN TABLE far.plain OWNER TO corpus_owner;

-- Nothing: neither rows nor where a sequence stands are the schema's.
INSERT INTO shop.product (code, name, note, price) VALUES ('abc', 'x', 'y', 3);
SELECT setval('shop.loose', 77);

-- sequence "shop.fresh" is not expected
CREATE SEQUENCE shop.fresh;

-- sequence "shop.fresh" is missing
DROP SEQUENCE shop.fresh;

-- sequence "shop.loose": type
-- sequence "shop.loose": maximum
ALTER SEQUENCE shop.loose AS integer;

-- sequence "shop.loose": start
ALTER SEQUENCE shop.loose START 2;

-- sequence "shop.loose": increment
ALTER SEQUENCE shop.loose INCREMENT 2;

-- sequence "shop.loose": minimum
ALTER SEQUENCE shop.loose MINVALUE -2;

-- sequence "shop.loose": maximum
ALTER SEQUENCE shop.loose MAXVALUE 2000;

-- sequence "shop.loose": cache
ALTER SEQUENCE shop.loose CACHE 2;

-- sequence "shop.loose": cycle
ALTER SEQUENCE shop.loose CYCLE;

-- sequence "shop.loose": owned by
ALTER SEQUENCE shop.loose OWNED BY shop.product.id;

-- since 15
-- sequence "shop.countdown": unlogged
ALTER SEQUENCE shop.countdown SET UNLOGGED;

-- sequence "shop.countdown": owner
ALTER SEQUENCE shop.countdown OWNER TO corpus_owner;

-- sequence "shop.countdown": grants
GRANT USAGE ON SEQUENCE shop.countdown TO corpus_reader;

-- sequence "shop.countdown": comment
COMMENT ON SEQUENCE shop.countdown IS 'zero is never reached';

-- trigger "series.reading_2024.seen" is missing
ALTER TABLE series.reading_2024 ENABLE TRIGGER seen;

-- trigger "series.reading_2024.seen" is not expected
ALTER TABLE series.reading_2024 ENABLE ALWAYS TRIGGER seen;

-- index "series.reading_2024.reading_2024_value" is missing
DROP INDEX series.reading_2024_value;

-- column "series.reading_2025.note": default expression
-- column "series.reading_2025_heat.note": default expression
-- column "series.reading_2025_rest.note": default expression
ALTER TABLE series.reading_2025 ALTER COLUMN note DROP DEFAULT;

-- foreign key "series.reading_old.own" is not expected
ALTER TABLE series.reading_old ADD CONSTRAINT own FOREIGN KEY (device) REFERENCES series.device NOT VALID;

-- table "series.reading_old": storage options
ALTER TABLE series.reading_old RESET (fillfactor);

-- check "series.reading.young" is not expected
ALTER TABLE series.reading ADD CONSTRAINT young CHECK (at > '1970-01-01 00:00:00+00');

-- column "series.late.unit" is not expected
-- column "series.reading.unit" is not expected
-- column "series.reading_2024.unit" is not expected
-- column "series.reading_2025.unit" is not expected
-- column "series.reading_2025_heat.unit" is not expected
-- column "series.reading_2025_rest.unit" is not expected
-- column "series.reading_2026.unit" is not expected
-- column "series.reading_old.unit" is not expected
-- column "series.reading_rest.unit" is not expected
ALTER TABLE series.reading ADD COLUMN unit text;

-- index "series.reading.reading_unit" is not expected
CREATE INDEX reading_unit ON series.reading (unit);

-- table "series.reading_2026": parents
-- table "series.reading_2026": partition bound
-- column "series.reading_2026.at": inherited
-- column "series.reading_2026.device": inherited
-- column "series.reading_2026.kind": inherited
-- column "series.reading_2026.note": inherited
-- column "series.reading_2026.unit": inherited
-- column "series.reading_2026.value": inherited
-- primary key "series.reading_2026.handmade_pk" is not expected
-- unique "series.reading_2026.reading_2026_kind_at_device_key" is not expected
-- foreign key "series.reading_2026.reading_device_fkey" is not expected
-- check "series.reading_2026.reading_value_check" is not expected
-- check "series.reading_2026.young" is not expected
-- index "series.reading_2026.handmade_kind" is not expected
-- index "series.reading_2026.reading_2026_unit_idx" is not expected
ALTER TABLE series.reading DETACH PARTITION series.reading_2026;

-- table "far.by_year_2010": foreign options
ALTER FOREIGN TABLE far.by_year_2010 OPTIONS (SET part '2011');
