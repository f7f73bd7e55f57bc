-- case drizzle migrate
-- expect Drizzle drizzle.__drizzle_migrations [] 1767225600001 2
-- applied 1767225600000 checksum 2a5db00cca2af102e9d89bf4098111a536c59c8349daec511d581857c63c541d
-- applied 1767225600001 checksum 9c6785a1ca7bf574d7bca1232deb0139ec4dca2bf8946873297ad49ff8e62813
CREATE SCHEMA drizzle;
CREATE TABLE drizzle.__drizzle_migrations (
    id integer NOT NULL,
    hash text NOT NULL,
    created_at bigint
);
CREATE SEQUENCE drizzle.__drizzle_migrations_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE drizzle.__drizzle_migrations_id_seq OWNED BY drizzle.__drizzle_migrations.id;
ALTER TABLE ONLY drizzle.__drizzle_migrations ALTER COLUMN id SET DEFAULT nextval('drizzle.__drizzle_migrations_id_seq'::regclass);
INSERT INTO drizzle.__drizzle_migrations VALUES (1, '2a5db00cca2af102e9d89bf4098111a536c59c8349daec511d581857c63c541d', 1767225600000);
INSERT INTO drizzle.__drizzle_migrations VALUES (2, '9c6785a1ca7bf574d7bca1232deb0139ec4dca2bf8946873297ad49ff8e62813', 1767225600001);
SELECT pg_catalog.setval('drizzle.__drizzle_migrations_id_seq', 2, true);
ALTER TABLE ONLY drizzle.__drizzle_migrations
    ADD CONSTRAINT __drizzle_migrations_pkey PRIMARY KEY (id);

-- case drizzle migrate that failed
-- expect Drizzle drizzle.__drizzle_migrations [] 1767225600001 2
-- applied 1767225600000 checksum 2a5db00cca2af102e9d89bf4098111a536c59c8349daec511d581857c63c541d
-- applied 1767225600001 checksum 9c6785a1ca7bf574d7bca1232deb0139ec4dca2bf8946873297ad49ff8e62813
CREATE SCHEMA drizzle;
CREATE TABLE drizzle.__drizzle_migrations (
    id integer NOT NULL,
    hash text NOT NULL,
    created_at bigint
);
CREATE SEQUENCE drizzle.__drizzle_migrations_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE drizzle.__drizzle_migrations_id_seq OWNED BY drizzle.__drizzle_migrations.id;
ALTER TABLE ONLY drizzle.__drizzle_migrations ALTER COLUMN id SET DEFAULT nextval('drizzle.__drizzle_migrations_id_seq'::regclass);
INSERT INTO drizzle.__drizzle_migrations VALUES (1, '2a5db00cca2af102e9d89bf4098111a536c59c8349daec511d581857c63c541d', 1767225600000);
INSERT INTO drizzle.__drizzle_migrations VALUES (2, '9c6785a1ca7bf574d7bca1232deb0139ec4dca2bf8946873297ad49ff8e62813', 1767225600001);
SELECT pg_catalog.setval('drizzle.__drizzle_migrations_id_seq', 2, true);
ALTER TABLE ONLY drizzle.__drizzle_migrations
    ADD CONSTRAINT __drizzle_migrations_pkey PRIMARY KEY (id);
