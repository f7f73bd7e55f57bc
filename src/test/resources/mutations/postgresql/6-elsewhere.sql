-- publication "fresh" is not expected
CREATE PUBLICATION fresh FOR TABLE far.sent;

-- publication "fresh": members
ALTER PUBLICATION fresh ADD TABLE far.sent_too;

-- since 15
-- publication "fresh": members
ALTER PUBLICATION fresh SET TABLE far.sent (id), far.sent_too;

-- since 15
-- publication "fresh": members
ALTER PUBLICATION fresh SET TABLE far.sent (id) WHERE (id > 3), far.sent_too;

-- since 15
-- publication "fresh": members
ALTER PUBLICATION fresh SET TABLES IN SCHEMA far;

-- publication "fresh": operations
ALTER PUBLICATION fresh SET (publish = 'insert');

-- publication "fresh": via partition root
ALTER PUBLICATION fresh SET (publish_via_partition_root = true);

-- since 18
-- publication "fresh": generated columns
ALTER PUBLICATION fresh SET (publish_generated_columns = stored);

-- publication "fresh": owner
ALTER PUBLICATION fresh OWNER TO corpus_super;

-- publication "fresh": comment
COMMENT ON PUBLICATION fresh IS 'new';

-- publication "fresh" is missing
DROP PUBLICATION fresh;

-- publication "corpus_none": all tables
-- publication "corpus_none": operations
DROP PUBLICATION corpus_none;
CREATE PUBLICATION corpus_none FOR ALL TABLES;

-- subscription "fresh" is not expected
CREATE SUBSCRIPTION fresh CONNECTION 'host=/nowhere dbname=x' PUBLICATION one
  WITH (connect = false, slot_name = NONE);

-- subscription "fresh": publications
ALTER SUBSCRIPTION fresh SET PUBLICATION one, two WITH (refresh = false);

-- subscription "fresh": options
ALTER SUBSCRIPTION fresh SET (binary = true);

-- subscription "fresh": options
ALTER SUBSCRIPTION fresh SET (synchronous_commit = on);

-- Nothing: where to connect to is a secret, so it is never read.
ALTER SUBSCRIPTION fresh CONNECTION 'host=/nowhere dbname=x password=not-to-be-shown';

-- subscription "fresh": options
-- subscription "fresh": enabled
ALTER SUBSCRIPTION fresh SET (slot_name = 'not_there');
ALTER SUBSCRIPTION fresh ENABLE;

-- subscription "fresh": options
-- subscription "fresh": enabled
ALTER SUBSCRIPTION fresh DISABLE;
ALTER SUBSCRIPTION fresh SET (slot_name = NONE);

-- subscription "fresh": owner
ALTER SUBSCRIPTION fresh OWNER TO corpus_super;

-- subscription "fresh": comment
COMMENT ON SUBSCRIPTION fresh IS 'new';

-- subscription "fresh" is missing
DROP SUBSCRIPTION fresh;

-- foreign data wrapper "fresh" is not expected
CREATE FOREIGN DATA WRAPPER fresh;

-- foreign data wrapper "fresh": options
ALTER FOREIGN DATA WRAPPER fresh OPTIONS (debug 'true');

-- Nothing: secrets among the options are left out.
ALTER FOREIGN DATA WRAPPER corpus_dummy OPTIONS (SET password 'also-not-to-be-shown');

-- foreign data wrapper "fresh": handler
ALTER FOREIGN DATA WRAPPER fresh HANDLER public.postgres_fdw_handler;

-- foreign data wrapper "fresh": validator
-- foreign data wrapper "fresh": options
ALTER FOREIGN DATA WRAPPER fresh VALIDATOR postgresql_fdw_validator OPTIONS (DROP debug);

-- foreign data wrapper "fresh": owner
ALTER FOREIGN DATA WRAPPER fresh OWNER TO corpus_super;

-- foreign data wrapper "fresh": grants
GRANT USAGE ON FOREIGN DATA WRAPPER fresh TO corpus_reader;

-- foreign data wrapper "fresh": comment
COMMENT ON FOREIGN DATA WRAPPER fresh IS 'new';

-- foreign data wrapper "fresh" is missing
DROP FOREIGN DATA WRAPPER fresh;

-- foreign server "fresh" is not expected
CREATE SERVER fresh TYPE 'a' VERSION '1' FOREIGN DATA WRAPPER corpus_dummy;

-- foreign server "fresh": version
ALTER SERVER fresh VERSION '2';

-- foreign server "fresh": type
DROP SERVER fresh;
CREATE SERVER fresh TYPE 'b' VERSION '2' FOREIGN DATA WRAPPER corpus_dummy;

-- foreign server "fresh": wrapper
DROP SERVER fresh;
CREATE SERVER fresh TYPE 'b' VERSION '2' FOREIGN DATA WRAPPER corpus_wrapper;

-- foreign server "fresh": options
ALTER SERVER fresh OPTIONS (host 'x');

-- foreign server "fresh": owner
ALTER SERVER fresh OWNER TO corpus_super;

-- foreign server "fresh": grants
GRANT USAGE ON FOREIGN SERVER fresh TO corpus_reader;

-- foreign server "fresh": comment
COMMENT ON SERVER fresh IS 'new';

-- user mapping "corpus_reader on fresh" is not expected
CREATE USER MAPPING FOR corpus_reader SERVER fresh OPTIONS (password 'not-to-be-shown');

-- Nothing: how the role is mapped is a secret.
ALTER USER MAPPING FOR corpus_reader SERVER fresh OPTIONS (SET password 'also-not-to-be-shown');

-- user mapping "corpus_reader on fresh" is missing
DROP USER MAPPING FOR corpus_reader SERVER fresh;

-- foreign server "fresh" is missing
DROP SERVER fresh;

-- default privileges "corpus_reader, tables" is not expected
ALTER DEFAULT PRIVILEGES FOR ROLE corpus_reader GRANT SELECT ON TABLES TO corpus_writer;

-- default privileges "corpus_reader, tables": grants
ALTER DEFAULT PRIVILEGES FOR ROLE corpus_reader GRANT INSERT ON TABLES TO corpus_writer;

-- default privileges "corpus_reader, tables" is missing
ALTER DEFAULT PRIVILEGES FOR ROLE corpus_reader REVOKE SELECT, INSERT ON TABLES FROM corpus_writer;

-- default privileges "corpus_reader, tables, guarded" is not expected
ALTER DEFAULT PRIVILEGES FOR ROLE corpus_reader IN SCHEMA guarded GRANT SELECT ON TABLES TO corpus_writer;
