-- Views in many shapes, materialized views, rules.
CREATE SCHEMA look;

CREATE TABLE look.person (id integer PRIMARY KEY, name text NOT NULL, boss integer, born date, kind text);
CREATE TABLE look.sale (person integer, at timestamp with time zone, amount numeric(10,2), shop text);

CREATE VIEW look.adults AS
  SELECT id, name, kind IN ('a', 'b', 'c') AS known, born FROM look.person WHERE born < '2000-01-01';
CREATE VIEW look.renamed (number, "Full Name") AS SELECT id, name FROM look.person;
CREATE VIEW look.barrier WITH (security_barrier=true, check_option=cascaded) AS
  SELECT * FROM look.person WHERE kind = 'visible';
CREATE VIEW look.local_check AS SELECT id, kind FROM look.person WHERE kind <> '' WITH LOCAL CHECK OPTION;
CREATE VIEW look.of_views AS
  SELECT a.id, r."Full Name" FROM look.adults a JOIN look.renamed r ON r.number = a.id;
CREATE VIEW look.no_columns AS SELECT;
CREATE VIEW look.star_of_join AS
  SELECT p.*, s.at, s.amount FROM look.person p LEFT JOIN look.sale s ON s.person = p.id;
CREATE RECURSIVE VIEW look.chain (id, depth) AS
  SELECT id, 0 FROM look.person WHERE boss IS NULL
  UNION ALL SELECT p.id, c.depth + 1 FROM look.person p JOIN chain c ON p.boss = c.id;
CREATE VIEW look.windows AS
  SELECT shop, sum(amount) OVER shops AS running,
    rank() OVER (PARTITION BY shop ORDER BY amount DESC NULLS LAST) AS place,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY amount) AS middle
  FROM look.sale GROUP BY shop, amount, at
  WINDOW shops AS (PARTITION BY shop ORDER BY at ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);
CREATE VIEW look.grouped AS
  SELECT shop, date_trunc('month', at) AS month, sum(amount) FILTER (WHERE amount > 0) AS sold,
    string_agg(DISTINCT kind, ', ' ORDER BY kind) AS kinds, grouping(shop)
  FROM look.sale JOIN look.person ON person = id
  GROUP BY GROUPING SETS ((shop), (date_trunc('month', at)), ()) HAVING count(*) > 1;
CREATE VIEW look.everything AS
  WITH newest AS MATERIALIZED (
    SELECT DISTINCT ON (person) person AS id, at, shop FROM look.sale ORDER BY person, at DESC)
  SELECT p.name, CASE p.kind WHEN 'a' THEN 1 WHEN 'b' THEN 2 ELSE NULLIF(3, p.boss) END AS code,
    EXISTS (SELECT FROM look.sale s WHERE s.person = p.id) AS sells,
    ARRAY(SELECT amount FROM look.sale s WHERE s.person = p.id ORDER BY 1) AS amounts,
    EXTRACT(year FROM p.born) AS year, p.born AT TIME ZONE 'Europe/Berlin' AS there,
    ROW(p.id, p.name) = ROW(1, 'a') AS is_pair, p.name LIKE 'a%' OR p.name ~ '^b' OR p.name SIMILAR TO 'c_' AS matches,
    p.id = ANY (ARRAY[1, 2]) OR p.id <> ALL ('{3,4}'::integer[]) AS listed,
    SUBSTRING(p.name FROM 2 FOR 3) || POSITION('a' IN p.name) || TRIM(BOTH 'x' FROM p.name) AS pieces,
    l.top, CURRENT_DATE - INTERVAL '1 month' AS month_ago, x.n
  FROM look.person p JOIN newest USING (id)
    CROSS JOIN LATERAL (SELECT max(amount) AS top FROM look.sale s WHERE s.person = p.id) l
    LEFT JOIN unnest(ARRAY[1, 2]) WITH ORDINALITY AS x (n, o) ON x.o = p.id;
CREATE VIEW look.united AS
  (SELECT id FROM look.person EXCEPT SELECT person FROM look.sale)
  UNION SELECT * FROM (VALUES (1), (2)) AS v (n) INTERSECT SELECT 2 ORDER BY 1 LIMIT 10 OFFSET 1;
CREATE VIEW look.with_defaults AS SELECT id, name, kind FROM look.person;
ALTER VIEW look.with_defaults ALTER COLUMN kind SET DEFAULT 'visible';
COMMENT ON VIEW look.adults IS 'those who may sign';
COMMENT ON COLUMN look.adults.known IS 'of a known kind';

CREATE MATERIALIZED VIEW look.kept AS SELECT shop, sum(amount) AS total FROM look.sale GROUP BY shop;
CREATE MATERIALIZED VIEW look.empty_one WITH (autovacuum_enabled=false) AS
  SELECT total FROM look.kept WITH NO DATA;
ALTER MATERIALIZED VIEW look.kept ALTER COLUMN total SET STATISTICS 200;
CREATE VIEW look.of_kept AS SELECT * FROM look.kept;

-- Rules in PostgreSQL's sense.
CREATE TABLE look.log (what text, at timestamp with time zone);
CREATE RULE keep_log AS ON DELETE TO look.log DO INSTEAD NOTHING;
CREATE RULE log_changes AS ON UPDATE TO look.person
  WHERE old.name IS DISTINCT FROM new.name
  DO ALSO (INSERT INTO look.log VALUES (old.name, CURRENT_TIMESTAMP);
    DELETE FROM look.sale WHERE person = new.id AND amount IN (0, 1));
COMMENT ON RULE log_changes ON look.person IS 'since the audit';
CREATE RULE insert_renamed AS ON INSERT TO look.renamed
  DO INSTEAD INSERT INTO look.person (id, name) VALUES (new.number, new."Full Name");
CREATE RULE quiet AS ON INSERT TO look.log DO ALSO NOTIFY logged;
ALTER TABLE look.log DISABLE RULE quiet;
ALTER TABLE look.person ENABLE ALWAYS RULE log_changes;
