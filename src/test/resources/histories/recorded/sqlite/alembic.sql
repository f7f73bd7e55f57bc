-- case alembic upgrade
-- expect Alembic alembic_version [] 2222bbbb2222 1
-- applied 2222bbbb2222
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO alembic_version VALUES('2222bbbb2222');

-- case alembic with two heads
-- expect Alembic alembic_version [] 2222bbbb2222, 3333cccc3333 2
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO alembic_version VALUES('2222bbbb2222');
INSERT INTO alembic_version VALUES('3333cccc3333');

-- case alembic stamp
-- expect Alembic alembic_version [] 2222bbbb2222 1
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO alembic_version VALUES('2222bbbb2222');

-- case alembic downgrade to base
-- expect Alembic alembic_version []  0
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- case alembic upgrade that failed
-- expect Alembic alembic_version [] 2222bbbb2222 1
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO alembic_version VALUES('2222bbbb2222');
