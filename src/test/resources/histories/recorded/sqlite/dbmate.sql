-- case dbmate up
-- expect dbmate schema_migrations [] 20260102000000 2
-- applied 20260101000000
-- applied 20260102000000
CREATE TABLE IF NOT EXISTS "schema_migrations" (version varchar(128) primary key);
INSERT INTO schema_migrations VALUES('20260101000000');
INSERT INTO schema_migrations VALUES('20260102000000');

-- case dbmate migrate that failed without a transaction
-- expect dbmate schema_migrations [] 20260102000000 2
-- applied 20260101000000
-- applied 20260102000000
CREATE TABLE IF NOT EXISTS "schema_migrations" (version varchar(128) primary key);
INSERT INTO schema_migrations VALUES('20260101000000');
INSERT INTO schema_migrations VALUES('20260102000000');

-- case dbmate rollback
-- expect dbmate schema_migrations [] 20260101000000 1
CREATE TABLE IF NOT EXISTS "schema_migrations" (version varchar(128) primary key);
INSERT INTO schema_migrations VALUES('20260101000000');
