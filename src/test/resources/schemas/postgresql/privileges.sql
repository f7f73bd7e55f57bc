-- Owners, grants, default privileges, row security.
CREATE SCHEMA guarded;
CREATE SCHEMA owned AUTHORIZATION corpus_owner;

CREATE TYPE guarded.state AS ENUM ('on', 'off');
CREATE DOMAIN guarded.amount AS numeric;
CREATE SEQUENCE guarded.counter;
CREATE TABLE guarded.account (id integer, owner text, secret text, tenant integer);
CREATE TABLE guarded.free_for_all (id integer);
CREATE TABLE guarded.not_even_owner (id integer);
CREATE VIEW guarded.account_names AS SELECT id, owner FROM guarded.account;
CREATE FUNCTION guarded.reveal(integer) RETURNS text LANGUAGE sql AS 'SELECT $1::text';
CREATE PROCEDURE guarded.hide() LANGUAGE sql AS '';
CREATE AGGREGATE guarded.most(integer) (SFUNC = int4larger, STYPE = integer);

ALTER TABLE guarded.account OWNER TO corpus_owner;
ALTER TYPE guarded.state OWNER TO corpus_owner;
ALTER FUNCTION guarded.reveal(integer) OWNER TO corpus_owner;
ALTER VIEW guarded.account_names OWNER TO corpus_writer;

GRANT USAGE ON SCHEMA guarded TO corpus_reader, corpus_writer;
GRANT ALL ON SCHEMA guarded TO corpus_owner WITH GRANT OPTION;
GRANT SELECT ON guarded.account TO corpus_reader;
GRANT SELECT, INSERT, UPDATE, DELETE ON guarded.account TO corpus_writer WITH GRANT OPTION;
GRANT SELECT (owner), UPDATE (owner, tenant) ON guarded.account TO corpus_auditor;
GRANT REFERENCES (id) ON guarded.account TO corpus_auditor WITH GRANT OPTION;
GRANT SELECT ON guarded.account_names TO PUBLIC;
GRANT ALL ON guarded.free_for_all TO PUBLIC;
GRANT SELECT ON guarded.free_for_all TO "Corpus, ""odd""=r/w 'x'";
REVOKE ALL ON guarded.not_even_owner FROM CURRENT_USER;
GRANT USAGE, SELECT ON SEQUENCE guarded.counter TO corpus_writer;
REVOKE ALL ON FUNCTION guarded.reveal(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guarded.reveal(integer) TO corpus_reader;
REVOKE ALL ON PROCEDURE guarded.hide() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guarded.most(integer) TO corpus_reader WITH GRANT OPTION;
REVOKE USAGE ON TYPE guarded.state FROM PUBLIC;
GRANT USAGE ON DOMAIN guarded.amount TO corpus_auditor;

ALTER DEFAULT PRIVILEGES FOR ROLE corpus_owner GRANT SELECT ON TABLES TO corpus_reader;
ALTER DEFAULT PRIVILEGES FOR ROLE corpus_owner IN SCHEMA guarded
  GRANT SELECT, INSERT ON TABLES TO corpus_writer WITH GRANT OPTION;
ALTER DEFAULT PRIVILEGES FOR ROLE corpus_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE corpus_owner REVOKE USAGE ON TYPES FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE corpus_writer IN SCHEMA guarded GRANT USAGE ON SEQUENCES TO PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE "Corpus, ""odd""=r/w 'x'" GRANT USAGE ON SCHEMAS TO corpus_reader;

ALTER TABLE guarded.account ENABLE ROW LEVEL SECURITY;
ALTER TABLE guarded.account FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON guarded.account USING (owner = CURRENT_USER);
CREATE POLICY insert_own ON guarded.account FOR INSERT TO corpus_writer, corpus_reader
  WITH CHECK (owner = CURRENT_USER AND tenant IN (1, 2));
CREATE POLICY not_secret ON guarded.account AS RESTRICTIVE FOR SELECT
  TO "Corpus, ""odd""=r/w 'x'" USING (secret IS NULL);
CREATE POLICY change ON guarded.account FOR UPDATE TO PUBLIC USING (true) WITH CHECK (id > 0);
CREATE POLICY remove ON guarded.account FOR DELETE TO corpus_owner
  USING (EXISTS (SELECT FROM guarded.free_for_all f WHERE f.id = account.id));
COMMENT ON POLICY own_rows ON guarded.account IS 'everybody for himself';
ALTER TABLE guarded.free_for_all ENABLE ROW LEVEL SECURITY;
CREATE POLICY unused ON guarded.not_even_owner;
