-- A time series in partitions: ranges, lists, hashes, two levels, and what hangs on them.
CREATE SCHEMA series;

CREATE TABLE series.device (id integer PRIMARY KEY, name text NOT NULL);
CREATE TABLE series.reading (
  device integer NOT NULL REFERENCES series.device ON DELETE CASCADE,
  at timestamp with time zone NOT NULL,
  kind text DEFAULT 'heat' NOT NULL,
  value double precision CHECK (value > -300),
  note text,
  CONSTRAINT reading_pk PRIMARY KEY (device, at, kind),
  CONSTRAINT reading_once UNIQUE (kind, at, device)
) PARTITION BY RANGE (at);
CREATE INDEX reading_by_kind ON series.reading (kind, lower(note)) WHERE value IS NOT NULL;
COMMENT ON TABLE series.reading IS 'what the devices say';
CREATE FUNCTION series.seen() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
CREATE TRIGGER seen AFTER INSERT ON series.reading FOR EACH ROW EXECUTE FUNCTION series.seen();

CREATE TABLE series.reading_2024 PARTITION OF series.reading
  FOR VALUES FROM ('2024-01-01 00:00:00+00') TO ('2025-01-01 00:00:00+00');
CREATE TABLE series.reading_2025 PARTITION OF series.reading (
    note DEFAULT 'new', CONSTRAINT only_2025 CHECK (value < 1000))
  FOR VALUES FROM ('2025-01-01 00:00:00+00') TO ('2026-01-01 00:00:00+00')
  PARTITION BY LIST (kind);
CREATE TABLE series.reading_2025_heat PARTITION OF series.reading_2025 FOR VALUES IN ('heat', 'cold');
CREATE TABLE series.reading_2025_rest PARTITION OF series.reading_2025 DEFAULT;
CREATE TABLE series.reading_old PARTITION OF series.reading
  FOR VALUES FROM (MINVALUE) TO ('2024-01-01 00:00:00+00') WITH (fillfactor=100);
CREATE TABLE series.reading_rest PARTITION OF series.reading DEFAULT;
CREATE INDEX reading_2024_value ON series.reading_2024 (value);
CREATE TRIGGER own_trigger BEFORE UPDATE ON series.reading_2024
  FOR EACH ROW EXECUTE FUNCTION series.seen();
ALTER TABLE series.reading_2024 DISABLE TRIGGER seen;

-- A partition that was a table before: other order of columns, indexes of its own that were adopted.
CREATE TABLE series.reading_2026 (
  note text,
  value double precision CONSTRAINT reading_value_check CHECK (value > -300),
  gone text,
  kind text DEFAULT 'heat' NOT NULL,
  at timestamp with time zone NOT NULL,
  device integer NOT NULL,
  CONSTRAINT handmade_pk PRIMARY KEY (device, at, kind)
);
ALTER TABLE series.reading_2026 DROP COLUMN gone;
CREATE INDEX handmade_kind ON series.reading_2026 (kind, lower(note)) WHERE value IS NOT NULL;
ALTER TABLE series.reading ATTACH PARTITION series.reading_2026
  FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2027-01-01 00:00:00+00');

CREATE TABLE series.spread (
  tenant integer, part integer, name text COLLATE "C"
) PARTITION BY HASH (tenant, ((part % 10)) int4_ops, name COLLATE "POSIX" text_pattern_ops);
CREATE TABLE series.spread_0 PARTITION OF series.spread FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE series.spread_1 PARTITION OF series.spread FOR VALUES WITH (MODULUS 2, REMAINDER 1);
-- On the parent alone, so it is not valid until every partition has one.
CREATE INDEX spread_not_everywhere ON ONLY series.spread (name);

CREATE TABLE series.no_partition_yet (day date, region text) PARTITION BY RANGE (day, lower(region));
CREATE TABLE series.alarm (
  device integer, at timestamp with time zone, kind text,
  FOREIGN KEY (device, at, kind) REFERENCES series.reading
);
